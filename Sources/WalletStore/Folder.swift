import Glibc

/// A folder as the system has it.
struct Folder {
    let path: String

    /// Makes the folder, for its owner only, where there is none; the one around it must exist.
    func create() throws(StoreError) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw StoreError(errno: errno, "create", path) }
    }

    /// The names in it in the order of their bytes; none where there is no folder.
    func names() throws(StoreError) -> [String] {
        guard let stream = opendir(path) else {
            guard errno == ENOENT else { throw StoreError(errno: errno, "list", path) }
            return []
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Returns when the names in it are on the disk.
    func synchronize() throws(StoreError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreError(errno: errno, "open", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw StoreError(errno: errno, "synchronize", path) }
    }
}
