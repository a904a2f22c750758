/// Codable's way to read one value.
struct JSONDecoding: Decoder {
    let document: JSONDocument
    let token: Int

    init(_ document: JSONDocument, at token: Int) {
        self.document = document
        self.token = token
    }

    var codingPath: [any CodingKey] { document.path(to: token) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard document.tokens[token].kind == .object else { throw mismatch(JSONObjectDecoding<Key>.self, .object) }
        return KeyedDecodingContainer(JSONObjectDecoding(document, token))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard document.tokens[token].kind == .array else { throw mismatch(JSONArrayDecoding.self, .array) }
        return JSONArrayDecoding(document, token)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    /// The value has another kind.
    private func mismatch(_ type: any Any.Type, _ expected: JSONShapeError.Expected) -> DecodingError {
        let problem = JSONShapeError.Problem.mismatch(expected: expected, found: document.kind(token))
        let context = DecodingError.Context(codingPath: codingPath, debugDescription: problem.sentence)
        return document.tokens[token].kind == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }
}

extension JSONDecoding: SingleValueDecodingContainer {
    func decodeNil() -> Bool { document.tokens[token].kind == .null }

    func decode(_ type: Bool.Type) throws -> Bool {
        switch document.tokens[token].kind {
        case .no: return false
        case .yes: return true
        case .null, .number, .string, .resolvedString, .array, .object: throw mismatch(type, .bool)
        }
    }

    func decode(_ type: String.Type) throws -> String {
        switch document.tokens[token].kind {
        case .string, .resolvedString: return document.text(token)
        case .null, .no, .yes, .number, .array, .object: throw mismatch(type, .string)
        }
    }

    func decode<Value: FixedWidthInteger & Decodable>(_ type: Value.Type) throws -> Value {
        guard document.tokens[token].kind == .number else { throw mismatch(type, .integer) }
        guard let value = Value(document.text(token)) else {
            let sentence = "expected a whole number from \(Value.min) to \(Value.max) without fraction and exponent"
            throw DecodingError.dataCorrupted(.init(codingPath: codingPath, debugDescription: sentence))
        }
        return value
    }

    func decode<Value: BinaryFloatingPoint & Decodable>(_ type: Value.Type) throws -> Value {
        let sentence = "a binary fraction is not exact; read the number as a string"
        throw DecodingError.typeMismatch(type, .init(codingPath: codingPath, debugDescription: sentence))
    }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        // What reads the parts of this value must not lose the place among the members around it.
        let hint = document.hint
        defer { document.hint = hint }
        return try Value(from: self)
    }
}
