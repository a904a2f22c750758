/// Reads a `text/event-stream` (WHATWG HTML, 9.2.6) piece by piece.
struct EventStreamParser {
    static let mediaType = "text/event-stream"
    /// An event is a sentence and a few names; a line or an event beyond this is no event of ours.
    static let eventBytesMax = 1 << 20

    private var line: [UInt8] = []
    private var previousWasReturn = false
    private var data: [UInt8]?
    private var id: String?

    /// The events that these bytes complete.
    mutating func parse(_ bytes: some Sequence<UInt8>) throws(ClientError) -> [StreamedEvent] {
        var events: [StreamedEvent] = []
        for byte in bytes {
            defer { previousWasReturn = byte == UInt8(ascii: "\r") }
            guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else {
                line.append(byte)
                guard line.count + (data?.count ?? 0) <= Self.eventBytesMax else {
                    throw .malformed("an event of more than \(Self.eventBytesMax) bytes")
                }
                continue
            }
            if byte == UInt8(ascii: "\n") && previousWasReturn { continue }
            if let event = endLine() { events.append(event) }
        }
        return events
    }

    /// Takes the line into the event; an empty line ends the event, one without data is none.
    private mutating func endLine() -> StreamedEvent? {
        defer { line.removeAll(keepingCapacity: true) }
        guard !line.isEmpty else {
            defer { data = nil }
            return data.map { StreamedEvent(id: id, data: $0) }
        }
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        var value = line[colon...].dropFirst()
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        switch String(decoding: line[..<colon], as: UTF8.self) {
        case "data": data = data.map { $0 + [UInt8(ascii: "\n")] + value } ?? Array(value)
        case "id" where !value.contains(0): id = String(decoding: value, as: UTF8.self)
        default: break
        }
        return nil
    }
}
