import Glibc

/// A file for its owner only, which appears under its name when it is whole and on the disk.
struct NewFile {
    private let path: String
    private let output: Output
    private(set) var byteCount = 0

    /// Writes what `body` appends, and returns how many bytes that is. Where it fails, nothing is left behind.
    static func write(to path: String, _ body: (inout NewFile) throws -> Void) throws -> Int {
        guard access(path, F_OK) != 0 else { throw exists(path) }
        let unfinished = path + ".part"
        let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw failure(errno, unfinished) }
        defer {
            close(descriptor)
            unlink(unfinished)
        }
        var file = NewFile(path: unfinished, output: Output(descriptor: descriptor))
        try body(&file)
        guard fsync(descriptor) == 0 else { throw failure(errno, unfinished) }
        try name(unfinished, path)
        return file.byteCount
    }

    mutating func append(_ bytes: ArraySlice<UInt8>) throws {
        do {
            try output.write(Array(bytes))
        } catch {
            throw Self.failure(error.code, path)
        }
        byteCount += bytes.count
    }

    /// A file of that name that came meanwhile is not replaced, where the file system knows links.
    private static func name(_ unfinished: String, _ path: String) throws(Failure) {
        guard link(unfinished, path) != 0 else { return }
        switch errno {
        case EEXIST: throw exists(path)
        case EPERM, EOPNOTSUPP, EMLINK: guard rename(unfinished, path) == 0 else { throw failure(errno, path) }
        default: throw failure(errno, path)
        }
    }

    private static func exists(_ path: String) -> Failure {
        Failure(.refused, "\(path) exists already", hints: ["Give a new file."])
    }

    private static func failure(_ code: Int32, _ path: String) -> Failure {
        Failure(.refused, "cannot write \(path): \(String(cString: strerror(code)))")
    }
}
