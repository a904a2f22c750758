import Crypto
import Glibc

/// The key of the keyed hashes that tell whether a credential changed, without keeping anything of the credential.
///
/// It is made at the first start and stays in `walletd.key` in the state directory, for the daemon's user alone.
struct InstanceKey: Sendable {
    private static let bytesCount = 32
    private let key: SymmetricKey

    init(path: String, chance: () -> UInt64) throws(StartFailure) {
        if let bytes = try InstanceKey.read(path) {
            key = SymmetricKey(data: bytes)
            return
        }
        var bytes: [UInt8] = []
        while bytes.count < InstanceKey.bytesCount { withUnsafeBytes(of: chance()) { bytes.append(contentsOf: $0) } }
        try InstanceKey.write(bytes, to: path)
        key = SymmetricKey(data: bytes)
    }

    /// A hash that nobody without the key can check a guess against. Parts are told apart by their lengths.
    func hash(_ parts: [[UInt8]]) -> [UInt8] {
        var hash = HMAC<SHA256>(key: key)
        for part in parts {
            hash.update(data: withUnsafeBytes(of: UInt64(part.count).littleEndian) { Array($0) })
            hash.update(data: part)
        }
        return Array(hash.finalize())
    }

    private static func read(_ path: String) throws(StartFailure) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            guard errno == ENOENT else { throw StartFailure(opening: path, error: errno) }
            return nil
        }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: bytesCount + 1)
        let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
        guard count == bytesCount else {
            // A start that was cut short left it; the key guards no data, only comparisons.
            unlink(path)
            return nil
        }
        return Array(bytes.prefix(bytesCount))
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(StartFailure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw StartFailure(opening: path, error: errno) }
        defer { close(descriptor) }
        let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        guard written == bytes.count, fsync(descriptor) == 0 else { throw StartFailure(opening: path, error: errno) }
    }
}
