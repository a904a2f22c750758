import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization
import WalletControl

/// Answers by path: the size of a body, who asked, never, or without end.
final class TestResponder: HTTPResponder {
    /// Tells when an answer has begun, and when it was given up.
    let begun = Occasion()
    let ended = Occasion()
    /// Lets the answers to `/wait` go.
    let release = Occasion()

    func respond(to request: Request, context peer: Peer) async throws -> Response {
        switch request.uri.path {
        case "/wait":
            begun.tell()
            defer { ended.tell() }
            await release.wait()
            try Task.checkCancellation()
            return text("waited")
        case "/endless":
            return Response(
                status: .ok,
                body: ResponseBody { [begun, ended] writer in
                    begun.tell()
                    defer { ended.tell() }
                    while true { try await writer.write(ByteBuffer(repeating: UInt8(ascii: "x"), count: 1 << 16)) }
                })
        case "/peer":
            return text("\(peer.process) \(peer.user) \(peer.groups.sorted())")
        case _:
            let body = try await request.body.collect(upTo: .max)
            return text("\(request.uri.path) \(body.readableBytes)")
        }
    }

    private func text(_ text: String) -> Response {
        Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
