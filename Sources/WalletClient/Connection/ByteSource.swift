/// The bytes of a connection, taken by line or by count.
struct ByteSource: ~Copyable {
    private var connection: SocketConnection
    private var deadline: Deadline
    private var buffer: ArraySlice<UInt8> = []

    /// A line of a head or of a chunk's begin is some hundred bytes at most.
    static let lineBytesMax = 1 << 14

    init(_ connection: consuming SocketConnection, deadline: Deadline) {
        self.connection = connection
        self.deadline = deadline
    }

    /// From now on, what comes may take for ever.
    mutating func liftDeadline() {
        deadline = .none
    }

    /// The next line without its end.
    mutating func line() throws(ClientError) -> String {
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                var line = buffer[..<end]
                buffer = buffer[(end + 1)...]
                if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
                return String(decoding: line, as: UTF8.self)
            }
            guard buffer.count <= Self.lineBytesMax else { throw HTTPHead.noHTTP }
            let more = try connection.receive(by: deadline)
            guard !more.isEmpty else { throw connection.ended }
            buffer += more
        }
    }

    /// At least one of the next bytes, at most so many.
    mutating func piece(atMost count: Int) throws(ClientError) -> ArraySlice<UInt8> {
        guard let piece = try pieceUntilClose(atMost: count) else { throw connection.ended }
        return piece
    }

    /// The next bytes, `nil` at the end of the connection.
    mutating func pieceUntilClose(atMost count: Int = .max) throws(ClientError) -> ArraySlice<UInt8>? {
        if buffer.isEmpty { buffer = try connection.receive(by: deadline) }
        let piece = buffer.prefix(count)
        buffer = buffer.dropFirst(count)
        return piece.isEmpty ? nil : piece
    }
}
