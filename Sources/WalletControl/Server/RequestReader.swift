import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTPTypes
import WalletAPI

/// Reads the requests of one connection, one after the other, each whole: none is large.
struct RequestReader {
    enum Incoming {
        case request(Request)
        /// What comes cannot be answered otherwise, nor can anything after it.
        case unreadable(Problem)
        case end
    }

    private var parts: NIOAsyncChannelInboundStream<HTTPRequestPart>.AsyncIterator
    private let bodyBytesMax: Int

    init(_ inbound: NIOAsyncChannelInboundStream<HTTPRequestPart>, bodyBytesMax: Int) {
        parts = inbound.makeAsyncIterator()
        self.bodyBytesMax = bodyBytesMax
    }

    /// `goOn` is called where the client asked to be told that its body is welcome.
    mutating func next(goOn: () async throws -> Void) async throws -> Incoming {
        let part: HTTPRequestPart?
        do {
            part = try await parts.next()
        } catch {
            return .unreadable(
                Problem(
                    .badRequest, "this is no request of HTTP/1.1",
                    hint: "in a path or query, all but ASCII is percent-encoded, as by curl --get --data-urlencode"))
        }
        switch part {
        case nil: return .end
        case .body, .end: return .unreadable(Problem(.badRequest, "a request begins with its head"))
        case .head(let head): return try await request(head, goOn: goOn)
        }
    }

    /// Reads what still comes and drops it, so that a client that is busy sending sees the answer.
    mutating func drain() async throws {
        while try await parts.next() != nil {}
    }

    private mutating func request(_ head: HTTPRequest, goOn: () async throws -> Void) async throws -> Incoming {
        if let length = head.headerFields[.contentLength].flatMap(Int.init), length > bodyBytesMax { return tooLarge }
        if head.headerFields[.expect] == "100-continue" { try await goOn() }
        var body = ByteBuffer()
        while true {
            let part: HTTPRequestPart?
            do {
                part = try await parts.next()
            } catch {
                return .unreadable(
                    Problem(.badRequest, "the body of the request is not one of HTTP/1.1, or incomplete"))
            }
            switch part {
            case .body(var piece):
                guard body.readableBytes + piece.readableBytes <= bodyBytesMax else { return tooLarge }
                body.writeBuffer(&piece)
            case .end:
                return .request(Request(head: head, body: RequestBody(buffer: body)))
            case .head, nil:
                return .end
            }
        }
    }

    private var tooLarge: Incoming {
        .unreadable(Problem(.bodyTooLarge, "the body of a request has at most \(bodyBytesMax) bytes"))
    }
}
