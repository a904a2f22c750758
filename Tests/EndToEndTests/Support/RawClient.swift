import Glibc
import WalletTestSupport

/// A client of the control socket that sends what it likes, and reads when it likes.
final class RawClient: Sendable {
    private let descriptor: Int32

    init(_ path: String) throws {
        descriptor = try UnixSocket.make(SOCK_STREAM)
        guard try UnixSocket.withAddress(path, { connect(descriptor, $0, $1) }) == 0 else {
            throw SystemCallError("connect")
        }
    }

    deinit {
        close(descriptor)
    }

    func send(_ text: String) throws {
        let bytes = Array(text.utf8)
        guard Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
            throw SystemCallError("send")
        }
    }

    /// Says that nothing more comes; the answer can still be read.
    func endSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Everything up to the end of the connection, or `nil` where that takes longer than a minute.
    func readToEnd() async -> String? {
        await OwnThread.run { [descriptor] in
            var text: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            while poll(&request, 1, 60_000) == 1 {
                let count = recv(descriptor, &buffer, buffer.count, 0)
                guard count > 0 else { return String(decoding: text, as: UTF8.self) }
                text += buffer[..<count]
            }
            return nil
        }
    }
}
