import Glibc
import WalletTestSupport

/// The service manager's end of sd_notify(3): everything that a service told it.
final class NotifySocket: Sendable {
    let path: String
    let messages = Awaited<[String]>([])
    private let descriptor: Int32

    init(in folder: TemporaryFolder) throws {
        path = folder.path(of: "notify")
        descriptor = try UnixSocket.make(SOCK_DGRAM)
        guard try UnixSocket.withAddress(path, { bind(descriptor, $0, $1) }) == 0 else { throw SystemCallError("bind") }
        OwnThread.start { [descriptor, messages] in
            var buffer = [UInt8](repeating: 0, count: 4096)
            while true {
                let count = recv(descriptor, &buffer, buffer.count, 0)
                guard count > 0 else { return }
                messages.update { $0.append(String(decoding: buffer[..<count], as: UTF8.self)) }
            }
        }
    }

    deinit {
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// The first message from the one at `index` on that has this line, and the index after it.
    @discardableResult
    func message(_ line: String, from index: Int = 0) async throws -> (text: String, next: Int) {
        try await messages.first { messages in
            let found = messages.indices.dropFirst(index).first {
                messages[$0].split(separator: "\n").contains { $0 == line }
            }
            return found.map { (messages[$0], $0 + 1) }
        }
    }
}
