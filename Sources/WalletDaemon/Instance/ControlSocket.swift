import Glibc

/// The listening end of the control socket: passed by systemd, or bound by us.
package struct ControlSocket: ~Copyable {
    /// Read and write for owner and group: whoever can open it may read.
    private static let mode: mode_t = 0o660
    private static let backlog: CInt = 128

    package let descriptor: CInt
    /// Where we bound it ourselves and remove it at the end; `nil` for one that systemd keeps.
    private let ownPath: String?

    package init(passed descriptor: CInt) {
        self.descriptor = descriptor
        ownPath = nil
    }

    /// What systemd passed, else one of our own at `path`.
    init(_ passed: PassedDescriptors, orBinding path: String?) throws(StartFailure) {
        if let descriptor = passed.listeningUnixSocket() {
            self.init(passed: descriptor)
            return
        }
        guard let path else {
            throw StartFailure(
                .configuration, "nothing says where the control socket is",
                hint: "set `socket` in [daemon], or start walletd with $RUNTIME_DIRECTORY or $XDG_RUNTIME_DIR")
        }
        try self.init(binding: path)
    }

    /// Binds at `path`. A socket file that nobody answers on is replaced: the instance lock is held, so it is a dead
    /// daemon's.
    package init(binding path: String) throws(StartFailure) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw StartFailure(
                .configuration, "the socket path \(path) is longer than the 107 bytes that Linux allows",
                hint: "set a shorter `socket` in [daemon]")
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let type = CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue) | CInt(SOCK_NONBLOCK.rawValue)
        let descriptor = socket(AF_UNIX, type, 0)
        guard descriptor >= 0 else { throw StartFailure(opening: path, error: errno) }
        do throws(StartFailure) {
            try ControlSocket.removeDead(path, address: address)
            try ControlSocket.listen(on: descriptor, path: path, address: address)
        } catch {
            close(descriptor)
            throw error
        }
        self.descriptor = descriptor
        ownPath = path
    }

    /// The descriptor belongs to the server; the file is removed where we made it.
    deinit {
        if let ownPath { unlink(ownPath) }
    }

    private static func removeDead(_ path: String, address: sockaddr_un) throws(StartFailure) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else {
            throw StartFailure(
                .configuration, "\(path) exists and is no socket", hint: "remove it, or set another `socket`")
        }
        switch try probe(path, address: address) {
        case .dead: unlink(path)
        case .alive:
            throw StartFailure(.locked, "another program already answers on \(path)", hint: "set another `socket`")
        }
    }

    private enum Listener {
        case alive
        case dead
    }

    /// Asks without waiting: a program with a full queue is alive, however stuck it is.
    private static func probe(_ path: String, address: sockaddr_un) throws(StartFailure) -> Listener {
        let type = CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue) | CInt(SOCK_NONBLOCK.rawValue)
        let probe = socket(AF_UNIX, type, 0)
        guard probe >= 0 else { throw StartFailure(opening: path, error: errno) }
        defer { close(probe) }
        guard withAddress(address, { connect(probe, $0, $1) }) != 0 else { return .alive }
        switch errno {
        case ECONNREFUSED, ENOENT: return .dead
        case EAGAIN, EPROTOTYPE: return .alive
        case let cause: throw StartFailure(opening: path, error: cause)
        }
    }

    private static func listen(on descriptor: CInt, path: String, address: sockaddr_un) throws(StartFailure) {
        // By umask the mode is right from the first instant; between bind and chmod anybody could connect.
        let before = umask(0o777 & ~mode)
        let bound = withAddress(address) { Glibc.bind(descriptor, $0, $1) }
        let cause = errno
        umask(before)
        guard bound == 0 else { throw StartFailure(opening: path, error: cause) }
        guard Glibc.listen(descriptor, backlog) == 0 else { throw StartFailure(opening: path, error: errno) }
    }

    private static func withAddress(
        _ address: sockaddr_un, _ call: (UnsafePointer<sockaddr>, socklen_t) -> CInt
    ) -> CInt {
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                call($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
