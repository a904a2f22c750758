import Glibc

/// Standard error, one whole line a call, so that lines of several tasks do not mix.
enum StandardError {
    static func write(_ line: String) {
        var line = line
        // A daemon whose standard error is closed has nobody left to tell.
        line.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// Whether systemd connected our standard error to its journal (`$JOURNAL_STREAM` names its device and inode).
    static func isJournal(environment: [String: String]) -> Bool {
        guard let stream = environment["JOURNAL_STREAM"] else { return false }
        var status = stat()
        guard fstat(STDERR_FILENO, &status) == 0 else { return false }
        return stream == "\(status.st_dev):\(status.st_ino)"
    }
}
