import Glibc

/// A file as the system has it, without SQLite.
struct PlainFile {
    let path: String

    /// The first bytes, at most `limit`, from `offset`; `nil` where there is no such file.
    func bytes(from offset: Int = 0, limit: Int) throws(StoreError) -> [UInt8]? {
        guard let descriptor = try openToRead() else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: limit)
        var filled = 0
        while filled < limit {
            let count = bytes.withUnsafeMutableBytes { buffer in
                pread(descriptor, buffer.baseAddress?.advanced(by: filled), limit - filled, off_t(offset + filled))
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw StoreError(errno: errno, "read", path) }
            guard count > 0 else { break }
            filled += count
        }
        return Array(bytes.prefix(filled))
    }

    /// `nil` where there is no such file.
    func size() throws(StoreError) -> Int? {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            guard errno == ENOENT else { throw StoreError(errno: errno, "look at", path) }
            return nil
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw StoreError(.notADatabase, "\(path) is not a regular file.")
        }
        return Int(status.st_size)
    }

    /// Makes an empty file that only its owner may read, where there is none.
    func create() throws(StoreError) {
        let descriptor = open(path, O_CREAT | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw StoreError(errno: errno, "create", path) }
        close(descriptor)
    }

    /// Puts `bytes` in its place, whole or not at all, and returns when that is on the disk.
    func replace(with bytes: [UInt8]) throws(StoreError) {
        let new = path + ".new"
        let descriptor = open(new, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw StoreError(errno: errno, "write", new) }
        do {
            defer { close(descriptor) }
            try write(bytes, to: descriptor)
            guard fsync(descriptor) == 0 else { throw StoreError(errno: errno, "write", new) }
        }
        try PlainFile(path: new).rename(to: path)
    }

    /// Returns when its new name is on the disk; a file that has that name is replaced.
    func rename(to target: String) throws(StoreError) {
        guard Glibc.rename(path, target) == 0 else { throw StoreError(errno: errno, "rename", path) }
        try Folder(path: StoreLocation(database: target).directory).synchronize()
    }

    func renameIfPresent(to target: String) throws(StoreError) {
        if try size() != nil { try rename(to: target) }
    }

    /// Does nothing where there is no such file.
    func remove() throws(StoreError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw StoreError(errno: errno, "remove", path) }
    }

    /// Returns when its content is on the disk.
    func synchronize() throws(StoreError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreError(errno: errno, "open", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw StoreError(errno: errno, "write", path) }
    }

    private func write(_ bytes: [UInt8], to descriptor: CInt) throws(StoreError) {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw StoreError(errno: errno, "write", path) }
            written += count
        }
    }

    private func openToRead() throws(StoreError) -> CInt? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor < 0 else { return descriptor }
        guard errno == ENOENT else { throw StoreError(errno: errno, "read", path) }
        return nil
    }
}
