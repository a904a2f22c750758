import CSQLite
import Glibc

/// A failure that SQLite reported. It never holds a bound value: `sql` has the placeholders.
@usableFromInline package struct SQLiteError: Error, CustomStringConvertible {
    package let code: Code
    package let message: String
    package let sql: String?

    /// An extended result code (sqlite.org/rescode.html); its low byte is the primary code.
    package struct Code: Hashable, Sendable {
        package let rawValue: Int32

        package static let permissionDenied = Code(rawValue: SQLITE_PERM)
        package static let busy = Code(rawValue: SQLITE_BUSY)
        package static let readOnly = Code(rawValue: SQLITE_READONLY)
        package static let interrupted = Code(rawValue: SQLITE_INTERRUPT)
        package static let ioError = Code(rawValue: SQLITE_IOERR)
        package static let corrupt = Code(rawValue: SQLITE_CORRUPT)
        package static let full = Code(rawValue: SQLITE_FULL)
        package static let cannotOpen = Code(rawValue: SQLITE_CANTOPEN)
        package static let notADatabase = Code(rawValue: SQLITE_NOTADB)
        package static let constraint = Code(rawValue: SQLITE_CONSTRAINT)
        package static let constraintCheck = Code(rawValue: SQLITE_CONSTRAINT | 1 << 8)
        package static let constraintForeignKey = Code(rawValue: SQLITE_CONSTRAINT | 3 << 8)
        package static let constraintNotNull = Code(rawValue: SQLITE_CONSTRAINT | 5 << 8)
        package static let constraintPrimaryKey = Code(rawValue: SQLITE_CONSTRAINT | 6 << 8)
        package static let constraintTrigger = Code(rawValue: SQLITE_CONSTRAINT | 7 << 8)
        package static let constraintUnique = Code(rawValue: SQLITE_CONSTRAINT | 8 << 8)
        package static let constraintDataType = Code(rawValue: SQLITE_CONSTRAINT | 12 << 8)

        package var primary: Code { Code(rawValue: rawValue & 0xff) }
        package var isNoSpace: Bool { primary == .full }
        package var isDamaged: Bool { primary == .corrupt || primary == .notADatabase }

        /// For `catch SQLiteError.Code.busy`: a primary code matches its extensions, too.
        package static func ~= (code: Code, error: any Error) -> Bool {
            (error as? SQLiteError).map { [$0.code, $0.code.primary].contains(code) } ?? false
        }
    }

    @usableFromInline package var description: String {
        let line = sql?.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(200)
        return "SQLite \(code.rawValue): \(message)" + (line.map { ", in: \($0)" } ?? "")
    }
}

extension SQLiteError {
    /// The failure that `database` met last. SQLite knows a full, read-only or forbidden place only from plain writes;
    /// where it opens a file, grows shared memory or syncs, `errno` alone says so.
    init(_ rawCode: Int32, in database: OpaquePointer?, sql: String? = nil) {
        let met = Code(rawValue: rawCode)
        let message = String(cString: sqlite3_errmsg(database))
        let systemErrno = [.ioError, .cannotOpen].contains(met.primary) ? sqlite3_system_errno(database) : 0
        let code: Code =
            switch systemErrno {
            case ENOSPC, EDQUOT: .full
            case EROFS: .readOnly
            case EACCES, EPERM: .permissionDenied
            default: met
            }
        let cause = systemErrno == 0 ? "" : " (\(String(cString: strerror(systemErrno))))"
        self.init(code: code, message: message + cause, sql: sql)
    }
}
