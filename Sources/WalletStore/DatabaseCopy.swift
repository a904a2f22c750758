import Glibc

/// A copy of the database in a file without a name: it is gone when nobody refers to it any more, whatever happens.
package final class DatabaseCopy: Sendable {
    package let byteCount: Int
    private let descriptor: CInt

    /// Takes the file's name from it.
    init(taking file: PlainFile) throws(StoreError) {
        let size = try file.size() ?? 0
        let opened = open(file.path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard opened >= 0 else { throw StoreError(errno: errno, "open", file.path) }
        descriptor = opened
        byteCount = size
        try file.remove()
    }

    deinit { close(descriptor) }

    /// The bytes from `offset` on, at most `limit`; none at the end.
    package func bytes(from offset: Int, limit: Int) throws(StoreError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: limit)
        while true {
            let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, limit, off_t(offset)) }
            if count >= 0 { return Array(bytes.prefix(count)) }
            guard errno == EINTR else { throw StoreError(errno: errno, "read", "a copy of the database") }
        }
    }
}
