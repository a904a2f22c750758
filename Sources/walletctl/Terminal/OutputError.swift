import Glibc

/// The output could not be written.
struct OutputError: Error, Equatable {
    /// An error number of the system, e.g. `ENOSPC`.
    let code: Int32

    /// The reader went away, as `head` does when it has enough: nothing to complain about.
    var readerIsGone: Bool { code == EPIPE }

    var message: String { "cannot write the output: \(String(cString: strerror(code)))" }
}
