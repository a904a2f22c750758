import Glibc
import WalletTestSupport

extension Home {
    /// Fills the database with events, so that it has hundreds of pages.
    func makeLargeHistory() async throws {
        try await change(
            """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
            INSERT INTO event (type, at, severity, message)
            SELECT 'config.loaded', 1, 'info', 'The configuration of that day is in force, number ' || i FROM n
            """)
    }

    /// Changes the database so that the change stands only in its log, as after a power cut.
    func changeInLog(_ statement: String) async throws {
        let script = try folder.write("script.sql", ".dbconfig no_ckpt_on_close on\n\(statement)\n")
        let shell = try RunningProcess(["/usr/bin/sqlite3", "-bail", database], environment: [:], input: script)
        guard try await shell.end().status == 0 else { throw SystemCallError("sqlite3", number: EIO) }
    }

    /// Overwrites a part of a file of the state directory with what cannot be there.
    func overwrite(_ name: String, from offset: Int, count: Int) throws {
        let file = open("\(state)/\(name)", O_WRONLY | O_CLOEXEC)
        defer { close(file) }
        let bytes = [UInt8](repeating: 0xAA, count: count)
        guard file >= 0, pwrite(file, bytes, count, off_t(offset)) == count else { throw SystemCallError("pwrite") }
    }
}
