/// `adapter = "file"`: balances from a file on disk.
package struct FileSourceDefinition: Equatable, Sendable {
    package enum Format: String, Sendable, CaseIterable {
        case csv
        case json
    }

    package var path: String
    package var format: Format

    package init(path: String, format: Format) {
        self.path = path
        self.format = format
    }
}
