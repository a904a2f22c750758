/// Why the store did not do what it was asked.
package struct StoreError: Error, Equatable, Sendable, CustomStringConvertible {
    package let code: Code
    /// For a person: what happened, to which file, and what to do.
    package let message: String

    package enum Code: String, Sendable, CaseIterable {
        /// There was a database, and it is gone or empty.
        case missing
        /// The file is something else.
        case notADatabase = "not-a-database"
        case damaged
        /// Written by a newer version of the program.
        case newer
        /// Its schema was not made by the migrations of this program.
        case changedMigration = "changed-migration"
        case noSpace = "no-space"
        case readOnly = "read-only"
        case ioError = "io-error"
        /// Another program holds a lock on the database for too long.
        case locked
        case noPermission = "no-permission"
        /// Asked to stop by whoever started it.
        case interrupted
        /// A constraint of the schema refused a change, which is a mistake of the program; nothing of it was kept.
        case refused
        /// The store was closed before.
        case closed
    }

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}

extension StoreError {
    static func closed(_ location: StoreLocation) -> StoreError {
        StoreError(.closed, "\(location.database) was closed.")
    }
}
