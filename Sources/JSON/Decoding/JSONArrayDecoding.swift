/// Codable's way to read the elements of one array.
struct JSONArrayDecoding: UnkeyedDecodingContainer {
    private let document: JSONDocument
    private let array: Int
    /// The token of the next element.
    private var element: Int
    private(set) var currentIndex = 0

    init(_ document: JSONDocument, _ array: Int) {
        self.document = document
        self.array = array
        element = array + 1
    }

    var codingPath: [any CodingKey] { document.path(to: array) }
    var isAtEnd: Bool { element >= document.next(array) }

    var count: Int? {
        var (count, element) = (0, array + 1)
        while element < document.next(array) {
            (count, element) = (count + 1, document.next(element))
        }
        return count
    }

    /// Stays before an element that is not null.
    mutating func decodeNil() throws -> Bool {
        let isNull = try current(Never?.self).decodeNil()
        if isNull { advance() }
        return isNull
    }

    mutating func decode(_ type: Bool.Type) throws -> Bool {
        try taking { try $0.decode(type) }
    }

    mutating func decode(_ type: String.Type) throws -> String {
        try taking { try $0.decode(type) }
    }

    mutating func decode<Value: FixedWidthInteger & Decodable>(_ type: Value.Type) throws -> Value {
        try taking { try $0.decode(type) }
    }

    mutating func decode<Value: BinaryFloatingPoint & Decodable>(_ type: Value.Type) throws -> Value {
        try taking { try $0.decode(type) }
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try taking { try $0.decode(type) }
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try taking { try $0.container(keyedBy: type) }
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try taking { try $0.unkeyedContainer() }
    }

    mutating func superDecoder() throws -> any Decoder { try taking { $0 } }

    /// Goes on to the next element only where this one was read.
    private mutating func taking<Value>(_ read: (JSONDecoding) throws -> Value) throws -> Value {
        let value = try read(current(Value.self))
        advance()
        return value
    }

    private mutating func advance() {
        element = document.next(element)
        currentIndex += 1
    }

    private func current(_ type: any Any.Type) throws -> JSONDecoding {
        guard !isAtEnd else {
            let path = codingPath + [JSONStep(intValue: currentIndex)]
            throw DecodingError.valueNotFound(
                type, DecodingError.Context(codingPath: path, debugDescription: "the array has no more elements"))
        }
        return JSONDecoding(document, at: element)
    }
}
