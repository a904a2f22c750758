import Glibc

/// What the system tells this process of itself.
enum OwnProcess {
    /// Where the program's file is; empty where the system does not tell.
    static var folder: String {
        // Then the folders of PATH are what counts.
        guard let path = target(of: "/proc/self/exe"), let slash = path.lastIndex(of: "/") else { return "" }
        return String(path[..<slash])
    }

    /// Where relative paths begin; `.` where the system does not tell.
    static var workingFolder: String { target(of: "/proc/self/cwd") ?? "." }

    private static func target(of link: String) -> String? {
        var path = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(link, &path, path.count)
        return count > 0 ? String(decoding: path[..<count], as: UTF8.self) : nil
    }

    /// Of a name that stands twice, the first counts, as for getenv(3).
    static var environment: [String: String] {
        var variables: [String: String] = [:]
        var next = environ
        while let entry = next.pointee {
            let parts = String(cString: entry).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2, variables[String(parts[0])] == nil { variables[String(parts[0])] = String(parts[1]) }
            next += 1
        }
        return variables
    }
}
