/// Values of Codable types as JSON documents, and back.
///
/// Strict, so that nothing is changed on its way: whole numbers only and exactly, no binary fractions, each name once.
package enum JSONCoding {
    /// The value in its shortest form, the members of each object in the order of their names' bytes: equal values
    /// give equal bytes.
    ///
    /// Throws `EncodingError` where the value writes something that JSON does not have, or not in one go.
    package static func encode(_ value: some Encodable) throws -> [UInt8] {
        let sink = JSONSink()
        try value.encode(to: JSONEncoding(sink, sink.writer.nextPlace))
        return try sink.writer.document()
    }

    /// Reads one document as exactly this type; members that it does not ask for are passed over.
    ///
    /// Throws ``JSONError`` where the bytes are no JSON, `DecodingError` where the document has another form.
    package static func decode<Value: Decodable>(
        _ type: Value.Type, from bytes: [UInt8], limits: JSONLimits = .default
    ) throws -> Value {
        try Value(from: JSONDecoding(JSONDocument(bytes, limits: limits), at: 0))
    }
}
