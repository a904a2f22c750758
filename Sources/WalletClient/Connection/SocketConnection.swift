import Glibc

/// A connection to a Unix socket, closed when it goes out of scope.
struct SocketConnection: ~Copyable {
    private let descriptor: Int32
    private let path: String
    private var hasReceived = false

    init(to path: String, within patience: Duration) throws(ClientError) {
        guard let address = SocketAddress(path) else {
            throw .unreachable(socket: path, cause: "the path is too long for a socket")
        }
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw ClientError(code: errno, socket: path) }
        // Bounds the wait of connect(2) for a place in the daemon's queue.
        var timeout = timeval(tv_sec: Int(patience.components.seconds) + 1, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        guard address.connect(descriptor) == 0 else {
            let code = errno
            close(descriptor)
            throw ClientError(code: code, socket: path)
        }
        self.descriptor = descriptor
        self.path = path
    }

    deinit {
        close(descriptor)
    }

    func send(_ bytes: [UInt8], by deadline: Deadline) throws(ClientError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            try wait(for: Int16(POLLOUT), until: deadline)
            let count = rest.withUnsafeBytes { buffer in
                Glibc.send(
                    descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
            }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else {
                try check(errno)
            }
        }
    }

    /// The next bytes, none at the end.
    mutating func receive(by deadline: Deadline) throws(ClientError) -> ArraySlice<UInt8> {
        var buffer = [UInt8](repeating: 0, count: Self.pieceBytes)
        while true {
            try wait(for: Int16(POLLIN), until: deadline)
            let count = buffer.withUnsafeMutableBytes { bytes in
                recv(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_DONTWAIT))
            }
            if count >= 0 {
                hasReceived = hasReceived || count > 0
                return buffer[..<count]
            }
            try check(errno)
        }
    }

    /// The error of an end where more was to come.
    var ended: ClientError {
        .unreachable(
            socket: path,
            cause: hasReceived ? "the connection broke off" : "it closed the connection without an answer")
    }

    /// What a socket's buffer holds a few of.
    private static let pieceBytes = 1 << 16

    private func wait(for event: Int16, until deadline: Deadline) throws(ClientError) {
        while true {
            var request = pollfd(fd: descriptor, events: event, revents: 0)
            let count = poll(&request, 1, deadline.millisecondsLeft)
            guard count <= 0 else { return }
            guard count < 0 else { throw .unreachable(socket: path, cause: "no answer within \(deadline.patience)") }
            try check(errno)
        }
    }

    /// Lets pass what means to try again.
    private func check(_ code: Int32) throws(ClientError) {
        guard code == EINTR || code == EAGAIN else { throw ClientError(code: code, socket: path) }
    }
}
