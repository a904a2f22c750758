/// A copy of the database that was made.
package struct Backup: Codable, Sendable, Equatable {
    package static let mediaType = "application/vnd.sqlite3"

    package var path: String
    package var bytes: Int

    package init(path: String, bytes: Int) {
        self.path = path
        self.bytes = bytes
    }
}
