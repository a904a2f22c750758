/// The body of asking for a copy of the database.
package struct BackupRequest: RequestBody {
    /// A new plain file name in `backups/`; without it the answer is the copy itself.
    package var name: String?

    package init(name: String? = nil) {
        self.name = name
    }

    package static let fields = ["name"]
}
