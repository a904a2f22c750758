import NIOCore
import NIOHTTP1

/// Reads an answer from a connection, refusing what is larger than any of ours or incomplete.
struct ResponseReader {
    private var parts: NIOAsyncChannelInboundStream<HTTPClientResponsePart>.AsyncIterator

    /// A page of a list has at most 1,000 items of some hundred bytes; what is beyond this is no answer of ours.
    static let bodyBytesMax = 16 << 20

    init(_ inbound: NIOAsyncChannelInboundStream<HTTPClientResponsePart>) {
        parts = inbound.makeAsyncIterator()
    }

    mutating func response() async throws -> HTTPExchange.Response {
        try await response(head: head())
    }

    /// Reads up to the body of an event stream; anything else that the daemon answers is an error.
    mutating func beginStream() async throws {
        let head = try await head()
        guard head.status == .ok, Self.mediaType(of: head) == EventStreamParser.mediaType else {
            throw Refusal.error(of: try await response(head: head))
        }
    }

    /// The next piece of the body, `nil` after the last.
    mutating func piece() async throws -> ByteBuffer? {
        switch try await parts.next() {
        case .body(let bytes): return bytes
        case .end: return nil
        case .head: throw ClientError.malformed("two answers to one request")
        case nil: throw ChannelError.inputClosed
        }
    }

    private mutating func response(head: HTTPResponseHead) async throws -> HTTPExchange.Response {
        var body: [UInt8] = []
        while let piece = try await piece() {
            body.append(contentsOf: piece.readableBytesView)
            guard body.count <= Self.bodyBytesMax else {
                throw ClientError.malformed("an answer of more than \(Self.bodyBytesMax) bytes")
            }
        }
        return .init(status: Int(head.status.code), mediaType: Self.mediaType(of: head), body: body)
    }

    private mutating func head() async throws -> HTTPResponseHead {
        switch try await parts.next() {
        case .head(let head): return head
        case .body, .end: throw ClientError.malformed("an answer without a head")
        case nil: throw ChannelError.eof
        }
    }

    private static func mediaType(of head: HTTPResponseHead) -> String? {
        head.headers.first(name: "Content-Type")?.prefix { $0 != ";" }.lowercased()
    }
}
