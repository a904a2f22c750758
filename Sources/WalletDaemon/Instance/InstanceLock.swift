import Glibc

/// One daemon for each state directory: an exclusive lock on `walletd.lock`, taken before database and socket.
///
/// The kernel drops it when the process ends, however it ends; the file stays.
package struct InstanceLock: ~Copyable {
    private let descriptor: CInt

    /// The file holds the holder's process id, for the message of whoever finds it locked.
    package init(path: String) throws(StartFailure) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw StartFailure(opening: path, error: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = InstanceLock.holder(of: descriptor)
            close(descriptor)
            throw StartFailure(
                .locked, "another walletd\(holder) already runs on this state directory (\(path) is locked)",
                hint: "stop it first, or give this one a state directory of its own")
        }
        self.descriptor = descriptor
        let line = Array("\(getpid())\n".utf8)
        // The number only helps a later message; the lock itself is held already.
        _ = ftruncate(descriptor, 0)
        _ = line.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    deinit { close(descriptor) }

    private static func holder(of descriptor: CInt) -> String {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        let digits = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).prefix { $0.isNumber }
        return digits.isEmpty ? "" : " (process \(digits))"
    }
}
