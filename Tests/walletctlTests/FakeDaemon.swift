import NIOCore
import NIOPosix
import Synchronization
import WalletTestSupport

/// A server on a real Unix socket that answers what a test tells it to, also what no daemon would.
final class FakeDaemon: Sendable {
    struct Request: Sendable {
        /// `GET /v1/status`
        let line: String
        /// The head's lines and the body.
        let text: String
    }

    enum Reply: Sendable {
        case json(String)
        case problem(status: Int, String)
        /// Exactly these bytes; then the connection is closed.
        case raw(String)
        case silence
    }

    let socket: String
    private let log = Mutex<[Request]>([])

    /// What was asked so far: method and target.
    var asked: [String] { log.withLock { $0.map(\.line) } }
    var requests: [Request] { log.withLock { $0 } }

    private init(socket: String) {
        self.socket = socket
    }

    /// Serves while the body runs. `answer` gets the request and how many there were before it.
    @discardableResult
    static func serving<Result>(
        _ answer: @escaping @Sendable (Request, Int) -> Reply, _ body: (FakeDaemon) async throws -> Result
    ) async throws -> Result {
        let folder = try TemporaryFolder()
        let daemon = FakeDaemon(socket: folder.path(of: "walletd.sock"))
        let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(unixDomainSocketPath: daemon.socket) { channel in
                channel.eventLoop.makeCompletedFuture {
                    // Without half-closure, what is not sent yet would be dropped at the end.
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
                }
            }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await daemon.accept(server, answer) }
            defer { group.cancelAll() }
            return try await body(daemon)
        }
    }

    private func accept(
        _ server: NIOAsyncChannel<NIOAsyncChannel<ByteBuffer, ByteBuffer>, Never>,
        _ answer: @escaping @Sendable (Request, Int) -> Reply
    ) async throws {
        try await server.executeThenClose { connections in
            try await withThrowingDiscardingTaskGroup { group in
                for try await connection in connections {
                    group.addTask {
                        // A client that leaves in the middle is no failure of the test.
                        try? await self.serve(connection, answer)
                    }
                }
            }
        }
    }

    private func serve(
        _ connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>, _ answer: @Sendable (Request, Int) -> Reply
    ) async throws {
        try await connection.executeThenClose { inbound, outbound in
            var text = ""
            for try await bytes in inbound {
                text += String(buffer: bytes)
                guard Self.isWhole(text) else { continue }
                let line = text.prefix { $0 != "\r\n" }.split(separator: " ").prefix(2).joined(separator: " ")
                let request = Request(line: line, text: text)
                let before = log.withLock { log in
                    log.append(request)
                    return log.count - 1
                }
                guard let reply = answer(request, before).bytes else { continue }
                text = ""
                try await outbound.write(ByteBuffer(string: reply))
                outbound.finish()
            }
        }
    }

    private static func isWhole(_ text: String) -> Bool {
        guard let end = text.firstRange(of: "\r\n\r\n") else { return false }
        let length = text.split(separator: "\r\n").compactMap { line in
            line.lowercased().hasPrefix("content-length: ") ? Int(line.dropFirst(16)) : nil
        }
        return text[end.upperBound...].utf8.count >= length.first ?? 0
    }
}

extension FakeDaemon.Reply {
    /// `nil` where nothing is to be answered.
    fileprivate var bytes: String? {
        switch self {
        case .json(let body): Self.answer("200 OK", "application/json", body)
        case .problem(let status, let body): Self.answer("\(status) No", "application/problem+json", body)
        case .raw(let bytes): bytes
        case .silence: nil
        }
    }

    private static func answer(_ status: String, _ type: String, _ body: String) -> String {
        "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }
}
