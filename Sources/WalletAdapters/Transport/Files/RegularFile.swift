import Glibc

/// An opened regular file; never a folder, pipe or device, and opening it never waits for one.
struct RegularFile: ~Copyable {
    /// What a symbolic link at the path means.
    enum Links {
        case followed
        case refused
    }

    private let descriptor: Int32
    private let status: stat

    init(opening path: String, links: Links) throws(RegularFileError) {
        let noFollow = links == .refused ? O_NOFOLLOW : 0
        // Without O_NONBLOCK a named pipe would wait for its writer.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | noFollow)
        guard descriptor >= 0 else { throw RegularFileError(opening: errno) }
        let status: stat
        do throws(RegularFileError) {
            status = try Self.status(of: descriptor)
            guard status.st_mode & S_IFMT == S_IFREG else { throw RegularFileError.notRegular }
        } catch {
            close(descriptor)
            throw error
        }
        self.descriptor = descriptor
        self.status = status
    }

    deinit {
        close(descriptor)
    }

    /// Refuses a file that belongs to another user or is open to others.
    func checkPrivate(to user: UInt32) throws(RegularFileError) {
        guard status.st_uid == user else { throw .foreign(owner: status.st_uid, user: user) }
        guard status.st_mode & 0o077 == 0 else { throw .openToOthers }
    }

    /// All of it, unless it is longer than `bytesMax` or somebody was writing to it meanwhile.
    func contents(bytesMax: Int) throws(RegularFileError) -> [UInt8] {
        guard status.st_size <= bytesMax else { throw .tooLarge(bytesMax: bytesMax) }
        // One byte more than there should be shows the end of the file without another allocation.
        var bytes = [UInt8](repeating: 0, count: max(Int(status.st_size), Self.chunkBytes) + 1)
        var count = 0
        while true {
            let got = bytes.withUnsafeMutableBytes {
                read(descriptor, $0.baseAddress?.advanced(by: count), $0.count - count)
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw .unreadable(number: errno) }
            count += got
            guard count <= bytesMax else { throw .tooLarge(bytesMax: bytesMax) }
            if got == 0 { break }
            if count == bytes.count { bytes += [UInt8](repeating: 0, count: Self.chunkBytes) }
        }
        try checkUnchanged()
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    private static let chunkBytes = 4096

    private func checkUnchanged() throws(RegularFileError) {
        let after = try Self.status(of: descriptor)
        guard after.st_size == status.st_size, after.st_mtim.tv_sec == status.st_mtim.tv_sec,
            after.st_mtim.tv_nsec == status.st_mtim.tv_nsec
        else { throw .changed }
    }

    private static func status(of descriptor: Int32) throws(RegularFileError) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(number: errno) }
        return status
    }
}
