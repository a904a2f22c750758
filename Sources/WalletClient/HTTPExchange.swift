import NIOCore
import NIOHTTP1
import NIOPosix
import WalletAPI

/// One request and its answer, on a connection of their own.
struct HTTPExchange {
    let socket: String

    func response(to request: Request, within patience: Duration) async throws(ClientError) -> Response {
        do {
            return try await withThrowingTaskGroup(of: Response.self) { group in
                defer { group.cancelAll() }
                group.addTask { try await connected(sending: request) { try await $0.response() } }
                group.addTask {
                    try await Task.sleep(for: patience)
                    throw ClientError.unreachable(socket: socket, cause: "no answer within \(patience)")
                }
                guard let first = try await group.next() else { throw CancellationError() }
                return first
            }
        } catch {
            throw ClientError(error, socket: socket)
        }
    }

    enum StreamPart {
        case opened
        case piece(ByteBuffer)
    }

    /// Hands over that the answer is an event stream, then its body piece by piece, until the daemon ends it.
    func stream(_ request: Request, receive: (StreamPart) async throws -> Void) async throws {
        do {
            try await connected(sending: request) { reader in
                try await reader.beginStream()
                try await receive(.opened)
                while let piece = try await reader.piece() {
                    try await receive(.piece(piece))
                }
            }
        } catch let error where ClientError.isOfConnection(error) {
            throw ClientError(error, socket: socket)
        }
    }

    private func connected<Result>(
        sending request: Request, _ read: (inout ResponseReader) async throws -> Result
    ) async throws -> Result {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(to: SocketAddress(unixDomainSocketPath: socket)) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    return try NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>(
                        wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(contentsOf: request.parts)
            var reader = ResponseReader(inbound)
            return try await read(&reader)
        }
    }
}
