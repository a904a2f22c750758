import Glibc
import WalletTestSupport

/// A program that is not walletd, listening where walletd wants to.
final class UnixListener: Sendable {
    private let descriptor: Int32
    private let path: String

    init(path: String, backlog: Int32 = 16) throws {
        self.path = path
        descriptor = try UnixSocket.make(SOCK_STREAM)
        guard try UnixSocket.withAddress(path, { bind(descriptor, $0, $1) }) == 0, listen(descriptor, backlog) == 0
        else { throw SystemCallError("listen") }
    }

    deinit {
        close(descriptor)
    }

    /// Whether it is still the one that is reached under its path.
    func accepts() async throws -> Bool {
        let client = try UnixSocket.make(SOCK_STREAM)
        defer { close(client) }
        guard try UnixSocket.withAddress(path, { connect(client, $0, $1) }) == 0 else { return false }
        return await OwnThread.run { [descriptor] in
            let accepted = accept(descriptor, nil, nil)
            close(accepted)
            return accepted >= 0
        }
    }

    /// Connects until nobody more can, and nobody is accepted.
    func fillQueue() throws {
        while true {
            let client = try UnixSocket.make(SOCK_STREAM)
            guard fcntl(client, F_SETFL, O_NONBLOCK) == 0 else { throw SystemCallError("fcntl") }
            guard try UnixSocket.withAddress(path, { connect(client, $0, $1) }) == 0 else { return }
        }
    }
}
