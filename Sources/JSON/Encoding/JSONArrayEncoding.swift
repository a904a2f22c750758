/// Codable's way to write the elements of one array.
struct JSONArrayEncoding: UnkeyedEncodingContainer {
    private let sink: JSONSink
    private let place: JSONPlace

    init(_ sink: JSONSink, _ place: JSONPlace) {
        self.sink = sink
        self.place = place
    }

    var codingPath: [any CodingKey] { sink.writer.path(to: place) }
    var count: Int { sink.writer.count(of: place) }

    func encodeNil() throws {
        try element().encodeNil()
    }

    func encode(_ value: Bool) throws {
        try element().encode(value)
    }

    func encode(_ value: String) throws {
        try element().encode(value)
    }

    func encode(_ value: some FixedWidthInteger & Encodable) throws {
        try element().encode(value)
    }

    func encode(_ value: some BinaryFloatingPoint & Encodable) throws {
        try element().encode(value)
    }

    func encode(_ value: some Encodable) throws {
        try element().encode(value)
    }

    func nestedContainer<NestedKey: CodingKey>(keyedBy type: NestedKey.Type) -> KeyedEncodingContainer<NestedKey> {
        begun().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { begun().unkeyedContainer() }

    func superEncoder() -> any Encoder { begun() }

    private func element() throws -> JSONEncoding {
        try sink.writer.beginElement(of: place)
        return sink.next
    }

    /// For what may not throw: the error comes when the value is written.
    private func begun() -> JSONEncoding {
        sink.writer.attempt { writer throws(EncodingError) in try writer.beginElement(of: place) }
        return sink.next
    }
}
