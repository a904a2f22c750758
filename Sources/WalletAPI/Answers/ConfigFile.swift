/// The configuration in force.
package struct ConfigFile: Codable, Sendable, Equatable {
    package var path: String
    /// Of the file and its drop-ins together, as 64 hexadecimal digits.
    package var sha256: String

    package init(path: String, sha256: String) {
        self.path = path
        self.sha256 = sha256
    }
}
