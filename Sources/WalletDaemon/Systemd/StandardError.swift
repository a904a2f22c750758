import Glibc

/// Standard error, one whole line a call, so that lines of several tasks do not mix.
enum StandardError {
    /// How a line went.
    enum Outcome: Equatable, Sendable {
        case written
        /// Nobody reads it any more.
        case unread
        /// `errno`, e.g. of a full disk.
        case failed(CInt)
    }

    /// Whether a line can be written without waiting for a slow reader.
    static var isReady: Bool {
        var request = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
        return poll(&request, 1, 0) != 0
    }

    /// Waits where the reader is slow.
    @discardableResult
    static func write(_ text: String) -> Outcome {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            guard count < 0 else {
                rest = rest.dropFirst(count)
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN: awaitReader()
            case EPIPE, EBADF: return .unread
            case let cause: return .failed(cause)
            }
        }
        return .written
    }

    /// Whether systemd connected our standard error to its journal (`$JOURNAL_STREAM` names its device and inode).
    static func isJournal(environment: [String: String]) -> Bool {
        guard let stream = environment["JOURNAL_STREAM"] else { return false }
        var status = stat()
        guard fstat(STDERR_FILENO, &status) == 0 else { return false }
        return stream == "\(status.st_dev):\(status.st_ino)"
    }

    private static func awaitReader() {
        var request = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
        _ = poll(&request, 1, -1)
    }
}
