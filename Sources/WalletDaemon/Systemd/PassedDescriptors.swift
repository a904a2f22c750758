import Glibc

/// Sockets that systemd opened for us (sd_listen_fds(3)): `LISTEN_PID`, `LISTEN_FDS`.
package struct PassedDescriptors: Sendable {
    /// The first passed descriptor, by convention.
    private static let first: CInt = 3
    /// Far more than any socket unit has.
    private static let most: CInt = 64

    private let descriptors: [CInt]

    /// Takes them over: from here on they are closed in programs that we start.
    package init(environment: [String: String]) {
        guard environment["LISTEN_PID"] == String(getpid()),
            let count = environment["LISTEN_FDS"].flatMap(CInt.init), (1...PassedDescriptors.most).contains(count)
        else {
            descriptors = []
            return
        }
        descriptors = Array(PassedDescriptors.first..<PassedDescriptors.first + count)
        for descriptor in descriptors { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    }

    /// The listening Unix stream socket among them; their order is not stable, so each is asked what it is.
    package func listeningUnixSocket() -> CInt? {
        descriptors.first(where: isListeningUnixSocket)
    }

    private func isListeningUnixSocket(_ descriptor: CInt) -> Bool {
        option(SO_ACCEPTCONN, of: descriptor) == 1 && option(SO_DOMAIN, of: descriptor) == AF_UNIX
            && option(SO_TYPE, of: descriptor) == CInt(SOCK_STREAM.rawValue)
    }

    private func option(_ name: CInt, of descriptor: CInt) -> CInt? {
        var value: CInt = 0
        var length = socklen_t(MemoryLayout<CInt>.size)
        return getsockopt(descriptor, SOL_SOCKET, name, &value, &length) == 0 ? value : nil
    }
}
