import Glibc

/// Where a program's file is.
enum ProgramSearch {
    /// In these folders, then in those of `PATH`; `nil` where it is in none.
    static func path(of name: String, in folders: [String] = [], environment: [String: String]) -> String? {
        let named = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map(String.init)
        return (folders + named).lazy.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }
}
