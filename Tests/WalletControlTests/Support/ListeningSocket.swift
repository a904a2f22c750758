import Glibc
import WalletTestSupport

/// A Unix socket that listens in a folder of its own, as the daemon or systemd hands one over.
final class ListeningSocket: Sendable {
    let path: String
    /// Whoever serves it closes it.
    let descriptor: Int32
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path(of: "walletd.sock")
        // Other users are let through, so that tests can show what they may do.
        guard chmod(folder.path, 0o755) == 0 else { throw SystemError(number: errno) }
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw SystemError(number: errno) }
        let failure = UnixAddress(path).with { Glibc.bind(descriptor, $0, $1) }
        guard failure == 0, chmod(path, 0o666) == 0, listen(descriptor, 128) == 0 else {
            throw SystemError(number: errno)
        }
    }
}

struct SystemError: Error {
    let number: Int32
}

struct UnixAddress {
    private var address = sockaddr_un()

    init(_ path: String) {
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    }

    func with<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        withUnsafePointer(to: address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
