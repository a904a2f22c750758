import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTPTypes
import WalletAPI

/// One client's connection: its requests are answered in turn.
struct Connection<Responder: HTTPResponder>: Sendable where Responder.Context == Peer {
    let channel: NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>
    let peer: Peer
    let responder: Responder
    let bodyBytesMax: Int
    let logger: Logger

    /// Returns when the connection is closed, from whichever side; work on an answer that nobody can get is cancelled.
    func run() async {
        let (closed, ending) = AsyncStream.makeStream(of: Never.self)
        channel.channel.closeFuture.whenComplete { _ in ending.finish() }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await _ in closed {} }
            group.addTask { await serve() }
            await group.next()
            group.cancelAll()
        }
    }

    private func serve() async {
        do {
            try await channel.executeThenClose { inbound, outbound in
                var reader = RequestReader(inbound, bodyBytesMax: bodyBytesMax)
                try await answerAll(&reader, outbound)
                outbound.finish()
                try await reader.drain()
            }
        } catch {
            logger.debug("a connection broke off", metadata: ["peer": "\(peer.process)", "error": "\(error)"])
        }
    }

    private func answerAll(
        _ reader: inout RequestReader, _ outbound: NIOAsyncChannelOutboundWriter<HTTPResponsePart>
    ) async throws {
        while true {
            let incoming = try await reader.next {
                try await outbound.write(.head(HTTPResponse(status: .continue)))
            }
            switch incoming {
            case .end: return
            case .unreadable(let problem):
                var refusal = try problem.response
                refusal.headers[.connection] = "close"
                return try await write(refusal, outbound)
            case .request(let request):
                try await write(await answer(request), outbound)
                if request.isLast { return }
            }
        }
    }

    private func answer(_ request: Request) async throws -> Response {
        var answer = try await responder.respond(to: request, context: peer)
        if request.method == .head { answer = answer.createHeadResponse() }
        if request.isLast { answer.headers[.connection] = "close" }
        return answer
    }

    private func write(
        _ response: Response, _ outbound: NIOAsyncChannelOutboundWriter<HTTPResponsePart>
    ) async throws {
        try await ResponseWriter(outbound: outbound).write(response: response.head, body: response.body)
    }
}

extension Request {
    /// Whether the client wants the connection to end with the answer.
    fileprivate var isLast: Bool {
        headers[values: .connection].contains { value in
            value.lowercased().split(separator: ",").contains { $0.drop { $0 == " " }.hasPrefix("close") }
        }
    }
}
