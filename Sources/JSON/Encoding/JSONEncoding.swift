/// Codable's way to write one value at its place.
struct JSONEncoding: Encoder {
    let sink: JSONSink
    let place: JSONPlace

    init(_ sink: JSONSink, _ place: JSONPlace) {
        self.sink = sink
        self.place = place
    }

    var codingPath: [any CodingKey] { sink.writer.path(to: place) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        sink.writer.open(.object, at: place)
        return KeyedEncodingContainer(JSONObjectEncoding(sink, place))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        sink.writer.open(.array, at: place)
        return JSONArrayEncoding(sink, place)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension JSONEncoding: SingleValueEncodingContainer {
    func encodeNil() throws {
        try sink.writer.write("null".utf8, at: place)
    }

    func encode(_ value: Bool) throws {
        try sink.writer.write((value ? "true" : "false").utf8, at: place)
    }

    func encode(_ value: String) throws {
        try sink.writer.write(string: value, at: place)
    }

    func encode(_ value: some FixedWidthInteger & Encodable) throws {
        try sink.writer.write(String(value).utf8, at: place)
    }

    func encode(_ value: some BinaryFloatingPoint & Encodable) throws {
        throw sink.writer.error("a binary fraction is not exact; write the number as a string", at: place)
    }

    func encode(_ value: some Encodable) throws {
        try value.encode(to: self)
        sink.writer.close(to: place.depth)
    }
}

extension JSONSink {
    /// How to write the value that was begun.
    var next: JSONEncoding { JSONEncoding(self, writer.nextPlace) }
}
