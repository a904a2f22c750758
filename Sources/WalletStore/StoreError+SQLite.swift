import SQLite

extension StoreError {
    /// SQLITE_ERROR: a statement that this database cannot run, e.g. for want of a table.
    private static let wrongStatement: Int32 = 1

    /// What SQLite reported of the database at `location`.
    init(_ error: SQLiteError, at location: StoreLocation) {
        let file = location.database
        switch error.code {
        case let code where code.isDamaged:
            self = .damaged(location, because: error.message)
        case let code where code.isNoSpace:
            self.init(.noSpace, "No space is left to write \(file): \(error.message). Free some space.")
        case let code where code.primary == .readOnly:
            self.init(.readOnly, "\(file) cannot be written: \(error.message).")
        case let code where code.primary == .permissionDenied:
            self.init(.noPermission, "\(file) may not be opened: \(error.message).")
        case let code where code.primary == .busy:
            self.init(.locked, "\(file) is locked by another program: \(error.message).")
        case let code where code.primary == .interrupted:
            self.init(.interrupted, "Work on \(file) was stopped before its end.")
        case let code where code.primary == .constraint || code.primary.rawValue == StoreError.wrongStatement:
            self.init(.refused, "\(file) refused a change: \(error). This is a mistake in walletd; please report it.")
        case let code:
            self.init(.ioError, "\(file) cannot be used: \(error) (code \(code.rawValue)).")
        }
    }
}
