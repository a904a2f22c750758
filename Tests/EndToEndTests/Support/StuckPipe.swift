import Glibc
import WalletTestSupport

/// A pipe that is full, and that nobody reads.
final class StuckPipe: Sendable {
    let path: String
    private let descriptor: Int32

    init(in folder: TemporaryFolder) throws {
        path = folder.path(of: "stuck")
        guard mkfifo(path, 0o600) == 0 else { throw SystemCallError("mkfifo") }
        descriptor = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemCallError("open") }
        let block = [UInt8](repeating: UInt8(ascii: "\n"), count: 4096)
        while write(descriptor, block, block.count) > 0 {}
    }

    deinit {
        close(descriptor)
    }
}
