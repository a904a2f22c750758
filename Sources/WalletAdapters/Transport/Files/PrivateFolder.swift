import Glibc
import SystemPackage

/// Folders that only the daemon's user can open.
enum PrivateFolder {
    /// Makes the folder, unless it is there.
    static func make(_ path: String) throws(Errno) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw Errno(rawValue: errno) }
        var status = stat()
        guard stat(path, &status) == 0 else { throw Errno(rawValue: errno) }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .notDirectory }
    }

    /// Makes a new folder whose name begins with `prefix`, with these files in it, and gives its path.
    static func make(_ prefix: String, holding files: [(name: String, bytes: [UInt8])]) throws(Errno) -> String {
        var template = Array("\(prefix)XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Errno(rawValue: errno) }
        let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        do throws(Errno) {
            for file in files {
                try write(file.bytes, to: "\(path)/\(file.name)")
            }
        } catch {
            remove(path)
            throw error
        }
        return path
    }

    /// Makes a new file that its owner can only read.
    private static func write(_ bytes: [UInt8], to path: String) throws(Errno) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o400)
        guard file >= 0 else { throw Errno(rawValue: errno) }
        defer { close(file) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { throw Errno(rawValue: errno) }
            rest = rest.dropFirst(max(count, 0))
        }
    }

    /// The names in a folder, but for `.` and `..`; none where it cannot be read.
    static func names(in path: String) -> [String] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Removes a folder and the files in it; what cannot be removed stays, in a folder that stays private.
    static func remove(_ path: String) {
        for name in names(in: path) {
            unlink("\(path)/\(name)")
        }
        rmdir(path)
    }
}
