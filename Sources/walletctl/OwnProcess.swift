import Glibc

/// What the system tells this process of itself.
enum OwnProcess {
    /// Where the program's file is; empty where the system does not tell.
    static var folder: String {
        var path = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &path, path.count)
        // Then the folders of PATH are what counts.
        guard count > 0, let slash = path[..<count].lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return String(decoding: path[..<slash], as: UTF8.self)
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
