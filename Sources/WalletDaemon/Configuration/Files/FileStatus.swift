import Glibc

/// What the file system says of a path, links followed.
enum FileStatus {
    /// `nil` with the reason in `errno`.
    static func of(_ path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }

    /// Whether the last look at a path failed because nothing is there.
    static var isMissing: Bool { errno == ENOENT || errno == ENOTDIR }

    static func isRegular(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFREG }

    static func isFolder(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFDIR }

    /// Why a call on a path failed, as the end of a sentence that begins with the path.
    static func reason(_ number: CInt) -> String {
        switch number {
        case ENOENT, ENOTDIR: "does not exist"
        case EACCES, EPERM: "may not be read by this user"
        case ENXIO, ENODEV: "is not a regular file"
        case _: "cannot be read: \(String(cString: strerror(number)))"
        }
    }
}
