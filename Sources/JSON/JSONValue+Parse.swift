extension JSONValue {
    /// Reads one document exactly as RFC 8259 says, or refuses it with the place and the reason.
    ///
    /// Stricter where the RFC leaves a choice: names within an object differ, every string is well-formed Unicode,
    /// and a byte order mark is refused.
    package static func parse(
        _ bytes: some Collection<UInt8>, limits: JSONLimits = .default
    ) throws(JSONError) -> JSONValue {
        let document = try JSONDocument(Array(bytes), limits: limits)
        return JSONValue(document, at: 0)
    }

    private init(_ document: JSONDocument, at token: Int) {
        self =
            switch document.tokens[token].kind {
            case .null: .null
            case .no: .bool(false)
            case .yes: .bool(true)
            case .number: .number(document.text(token))
            case .string, .resolvedString: .string(document.text(token))
            case .array: .array(Self.elements(document, of: token))
            case .object: .object(Self.members(document, of: token))
            }
    }

    private static func elements(_ document: JSONDocument, of array: Int) -> [JSONValue] {
        var elements: [JSONValue] = []
        var element = array + 1
        while element < document.next(array) {
            elements.append(JSONValue(document, at: element))
            element = document.next(element)
        }
        return elements
    }

    private static func members(_ document: JSONDocument, of object: Int) -> JSONObject {
        var members = JSONObject()
        var name = object + 1
        while name < document.next(object) {
            let value = JSONValue(document, at: name + 1)
            members.append(JSONObject.Member(name: document.text(name), value: value))
            name = document.next(name + 1)
        }
        return members
    }
}
