import Glibc

/// Reads one file of the configuration: a regular file of bounded size, and opening it never waits.
enum ConfigurationFile {
    /// Why a file was not read, as the end of a sentence that begins with its path.
    struct Refusal: Error {
        let reason: String
    }

    /// A file that was read, and why it must not be trusted all the same.
    struct Contents {
        let bytes: [UInt8]
        let ownershipFlaw: String?
    }

    static func read(_ path: String, rule: OwnershipRule) throws(Refusal) -> Contents {
        // Without O_NONBLOCK a named pipe would wait for its writer.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw Refusal(reason: FileStatus.reason(errno)) }
        defer { close(descriptor) }
        let status = try status(of: descriptor)
        guard FileStatus.isRegular(status) else {
            throw Refusal(reason: FileStatus.isFolder(status) ? "is a folder" : "is not a regular file")
        }
        guard status.st_size <= FileLimits.bytesMax else { throw tooLarge }
        let bytes = try contents(of: descriptor)
        let after = try Self.status(of: descriptor)
        guard after.st_mtim.tv_sec == status.st_mtim.tv_sec, after.st_mtim.tv_nsec == status.st_mtim.tv_nsec,
            after.st_size == bytes.count || status.st_size == 0
        else {
            throw Refusal(
                reason: "was written to while it was read; write a new file and rename it over the old one")
        }
        return Contents(bytes: bytes, ownershipFlaw: rule.flaw(status))
    }

    private static func status(of descriptor: CInt) throws(Refusal) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Refusal(reason: FileStatus.reason(errno)) }
        return status
    }

    private static func contents(of descriptor: CInt) throws(Refusal) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: chunkBytes)
        while true {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Refusal(reason: FileStatus.reason(errno)) }
            guard count > 0 else { return bytes }
            bytes += chunk.prefix(count)
            guard bytes.count <= FileLimits.bytesMax else { throw tooLarge }
        }
    }

    private static let chunkBytes = 64 << 10

    private static var tooLarge: Refusal {
        Refusal(reason: "is larger than \(FileLimits.bytesMax) bytes, which no configuration is")
    }
}
