/// Codable's way to write the members of one object.
struct JSONObjectEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
    private let sink: JSONSink
    private let place: JSONPlace

    init(_ sink: JSONSink, _ place: JSONPlace) {
        self.sink = sink
        self.place = place
    }

    var codingPath: [any CodingKey] { sink.writer.path(to: place) }

    func encodeNil(forKey key: Key) throws {
        try member(key).encodeNil()
    }

    func encode(_ value: Bool, forKey key: Key) throws {
        try member(key).encode(value)
    }

    func encode(_ value: String, forKey key: Key) throws {
        try sink.writer.writeMember(key.stringValue, string: value, of: place)
    }

    func encode(_ value: some FixedWidthInteger & Encodable, forKey key: Key) throws {
        try member(key).encode(value)
    }

    func encode(_ value: some BinaryFloatingPoint & Encodable, forKey key: Key) throws {
        try member(key).encode(value)
    }

    func encode(_ value: some Encodable, forKey key: Key) throws {
        try member(key).encode(value)
    }

    func encodeIfPresent(_ value: String?, forKey key: Key) throws {
        if let value { try encode(value, forKey: key) }
    }

    func encodeIfPresent(_ value: (some Encodable)?, forKey key: Key) throws {
        if let value { try encode(value, forKey: key) }
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        begun(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        begun(key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { begun(JSONStep.superclass) }

    func superEncoder(forKey key: Key) -> any Encoder { begun(key) }

    private func member(_ key: some CodingKey) throws -> JSONEncoding {
        try sink.writer.beginMember(key.stringValue, of: place)
        return sink.next
    }

    /// For what may not throw: the error comes when the value is written.
    private func begun(_ key: some CodingKey) -> JSONEncoding {
        sink.writer.attempt { writer throws(EncodingError) in try writer.beginMember(key.stringValue, of: place) }
        return sink.next
    }
}
