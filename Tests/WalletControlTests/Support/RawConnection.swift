import Glibc
import Synchronization
import WalletTestSupport

/// A client that sends bytes as a test says, also what no client should.
final class RawConnection: Sendable {
    private let descriptor: Int32
    /// What came and was not taken yet.
    private let received = Mutex<[UInt8]>([])

    /// No test waits longer for the other side, also on a machine that does much else.
    private static let patienceMilliseconds: Int32 = 300_000

    init(_ path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0, UnixAddress(path).with({ connect(descriptor, $0, $1) }) == 0 else {
            throw SystemError(number: errno)
        }
    }

    deinit {
        close(descriptor)
    }

    /// Blocks until the socket has taken it.
    func send(_ text: String) throws {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { throw SystemError(number: errno) }
            rest = rest.dropFirst(count)
        }
    }

    /// Says that nothing more comes; answers can still be read.
    func endSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// What comes up to and with `mark`; `nil` where the connection ends before.
    func text(upTo mark: String) async throws -> String? {
        while true {
            let found = received.withLock { bytes -> String? in
                guard let range = bytes.firstRange(of: Array(mark.utf8)) else { return nil }
                defer { bytes.removeSubrange(..<range.upperBound) }
                return String(decoding: bytes[..<range.upperBound], as: UTF8.self)
            }
            if let found { return found }
            guard try await receive() else { return nil }
        }
    }

    func text(bytes count: Int) async throws -> String {
        while received.withLock({ $0.count }) < count {
            guard try await receive() else { throw Ended() }
        }
        return received.withLock { bytes in
            defer { bytes.removeFirst(count) }
            return String(decoding: bytes.prefix(count), as: UTF8.self)
        }
    }

    /// What comes until the other side closes the connection.
    func rest() async throws -> String {
        while try await receive() {}
        return received.withLock { String(decoding: $0, as: UTF8.self) }
    }

    struct Ended: Error {}

    struct Waited: Error {}

    /// Waits for more; `false` where the connection has ended.
    private func receive() async throws -> Bool {
        let outcome = await OwnThread.run { [descriptor] () -> Result<[UInt8], Waited> in
            var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&request, 1, Self.patienceMilliseconds) == 1 else { return .failure(Waited()) }
            var bytes = [UInt8](repeating: 0, count: 65_536)
            // A connection that was reset has ended too.
            let count = recv(descriptor, &bytes, bytes.count, 0)
            return .success(Array(bytes.prefix(max(count, 0))))
        }
        let bytes = try outcome.get()
        received.withLock { $0 += bytes }
        return !bytes.isEmpty
    }
}
