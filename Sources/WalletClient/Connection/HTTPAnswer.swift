/// The answer to one request, on a connection of its own (RFC 9112).
struct HTTPAnswer: ~Copyable {
    private(set) var head: HTTPHead
    private var source: ByteSource
    private var rest: Rest

    /// How much of the body is still to come.
    private enum Rest {
        case bytes(Int)
        /// So much of the present chunk.
        case chunk(Int)
        case untilClose
        case nothing
    }

    /// A page of a list has at most 1,000 items of some hundred bytes; what is beyond this is no answer of ours.
    static let bodyBytesMax = 16 << 20
    /// An answer of ours has about ten; this is what common servers take.
    static let headLinesMax = 100

    /// Sends the request and reads the answer up to its body.
    init(to request: HTTPRequest, at socket: String, within patience: Duration) throws(ClientError) {
        let deadline = Deadline(patience)
        let connection = try SocketConnection(to: socket, within: patience)
        try connection.send(request.bytes, by: deadline)
        var source = ByteSource(connection, deadline: deadline)
        head = try Self.head(&source)
        rest =
            switch head.framing {
            case .length(let count): .bytes(count)
            case .chunked: .chunk(0)
            case .untilClose: .untilClose
            }
        self.source = source
    }

    /// The first head that is not of an interim answer, which says nothing yet.
    private static func head(_ source: inout ByteSource) throws(ClientError) -> HTTPHead {
        var lines: [String] = []
        for _ in 0..<headLinesMax {
            let line = try source.line()
            guard line.isEmpty, !lines.isEmpty else {
                lines.append(line)
                guard HTTPHead.isStatusLine(lines[0]) else { throw HTTPHead.noHTTP }
                continue
            }
            let head = try HTTPHead(lines)
            guard head.isInterim else { return head }
            lines = []
        }
        throw HTTPHead.noHTTP
    }

    /// The whole body; one that is larger is not read to its end.
    mutating func body(bytesMax: Int = bodyBytesMax) throws(ClientError) -> [UInt8] {
        var body: [UInt8] = []
        if case .bytes(let count) = rest { body.reserveCapacity(min(count, bytesMax)) }
        while let piece = try piece() {
            body += piece
            guard body.count <= bytesMax else { throw .malformed("an answer of more than \(bytesMax) bytes") }
        }
        return body
    }

    /// From now on, what comes may take for ever.
    mutating func liftDeadline() {
        source.liftDeadline()
    }

    /// The next piece of the body, `nil` after the last.
    mutating func piece() throws(ClientError) -> ArraySlice<UInt8>? {
        switch rest {
        case .nothing, .bytes(0): return nil
        case .bytes(let count):
            let piece = try source.piece(atMost: count)
            rest = .bytes(count - piece.count)
            return piece
        case .chunk(0):
            rest = try nextChunk()
            return try piece()
        case .chunk(let count):
            let piece = try source.piece(atMost: count)
            rest = .chunk(count - piece.count)
            if piece.count == count { try endLine() }
            return piece
        case .untilClose: return try source.pieceUntilClose()
        }
    }

    /// The size of the next chunk; after the last, its trailer is passed over.
    private mutating func nextChunk() throws(ClientError) -> Rest {
        let size = try source.line().prefix { $0 != ";" && $0 != " " }
        guard let count = Int(size, radix: 16), count >= 0, size.first != "+" else { throw HTTPHead.noHTTP }
        guard count == 0 else { return .chunk(count) }
        var lines = 0
        while try !source.line().isEmpty {
            lines += 1
            guard lines < Self.headLinesMax else { throw HTTPHead.noHTTP }
        }
        return .nothing
    }

    private mutating func endLine() throws(ClientError) {
        guard try source.line().isEmpty else { throw HTTPHead.noHTTP }
    }
}
