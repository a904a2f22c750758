import CLinux
import Glibc
import WalletCore

/// One process, and never another one that has got its number since.
final class ProcessHandle: Sendable {
    let id: pid_t
    private let descriptor: Int32

    /// `nil` where it has ended.
    init?(_ id: pid_t) throws(ProcessHandleError) {
        descriptor = clinux_process(id)
        self.id = id
        guard descriptor >= 0 else {
            if errno == ESRCH { return nil }
            throw ProcessHandleError(process: id, number: errno)
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Waits for its end, at most so long.
    func hasEnded(within time: Duration = .zero) -> Bool {
        let end = ContinuousClock.now + time
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while true {
            let left = max(end - .now, .zero)
            let count = poll(&request, 1, Int32(clamping: left.wholeMilliseconds))
            if count > 0 { return true }
            if left == .zero || count < 0 && errno != EINTR { return false }
        }
    }

    /// One that has ended takes no signal, and that is what was wanted.
    func send(_ signal: Int32) throws(ProcessHandleError) {
        guard clinux_process_signal(descriptor, signal) != 0, errno != ESRCH else { return }
        throw ProcessHandleError(process: id, number: errno)
    }
}

struct ProcessHandleError: Error {
    let process: pid_t
    let number: Int32
}
