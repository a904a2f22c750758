extension JSONValue {
    /// Reads one document exactly as RFC 8259 says, or refuses it with the place and the reason.
    ///
    /// Stricter where the RFC leaves a choice: names within an object differ, every string is well-formed Unicode,
    /// and a byte order mark is refused.
    package static func parse(
        _ bytes: some Collection<UInt8>, limits: JSONLimits = .default
    ) throws(JSONError) -> JSONValue {
        guard bytes.count <= limits.bytesMax else {
            throw JSONError(.tooLarge(bytesMax: limits.bytesMax), at: limits.bytesMax)
        }
        var parser = JSONParser(Array(bytes))
        return try parser.document()
    }
}
