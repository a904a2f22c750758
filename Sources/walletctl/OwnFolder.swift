import FoundationEssentials

/// Where this program's file is.
enum OwnFolder {
    /// Empty where the system does not tell.
    static var path: String {
        let file = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")  // then PATH counts
        guard let file, let slash = file.lastIndex(of: "/") else { return "" }
        return String(file[..<slash])
    }
}
