/// One step of the database's schema. Once shipped it never changes: its checksum is recorded where it was applied.
package struct Migration: Sendable {
    /// 1, 2, 3 …; the database's `user_version` after it.
    package let version: Int
    package let name: String
    package let sql: String

    package init(version: Int, name: String, sql: String) {
        self.version = version
        self.name = name
        self.sql = sql
    }
}
