import Glibc

/// Why the daemon cannot start, or must end; its exit status tells systemd whether to try again.
package struct StartFailure: Error, Sendable {
    package enum Code: Int32, Sendable {
        /// The database is damaged, missing where it was, or from a newer version.
        case data = 65
        /// Locked by another, or no permission.
        case locked = 73
        /// No space, read-only, or an I/O error: may pass.
        case temporary = 75
        /// The configuration is wrong.
        case configuration = 78
    }

    package let code: Code
    /// What happened, to what; or each fault of the configuration as `FILE:LINE:COLUMN: message`.
    package let lines: [String]
    /// What to do.
    package let hint: String?

    package init(_ code: Code, _ detail: String, hint: String? = nil) {
        self.code = code
        lines = ["walletd: \(detail)"]
        self.hint = hint
    }

    package init(_ faults: ConfigurationFaults, in path: String) {
        code = .configuration
        lines = faults.faults.map(\.description)
        hint = "walletctl check \(path) shows this without starting"
    }

    /// One line for each fault; what to do comes last.
    func text(_ prefix: LinePrefix) -> String {
        let all = lines + (hint.map { ["walletd: hint: \($0)"] } ?? [])
        let start =
            switch prefix {
            case .priority: "<3>"
            case .word: ""
            }
        return all.map { "\(start)\($0)\n" }.joined()
    }

    /// A system call on `path` failed.
    package init(opening path: String, error: CInt) {
        let cause = String(cString: strerror(error))
        switch error {
        case EACCES, EPERM, ELOOP:
            self.init(.locked, "\(path): \(cause)", hint: "let walletd's user own it, mode 0700 for the folder")
        case ENOSPC, EDQUOT, EROFS, EIO:
            self.init(.temporary, "\(path): \(cause)")
        default:
            self.init(.temporary, "\(path): \(cause)", hint: "check that its folder exists")
        }
    }
}
