import Glibc

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

    /// Overwrites a part of a file of the state directory with what cannot be there.
    func overwrite(_ name: String, from offset: Int, count: Int) throws {
        let file = open("\(state)/\(name)", O_WRONLY | O_CLOEXEC)
        defer { close(file) }
        let bytes = [UInt8](repeating: 0xAA, count: count)
        guard file >= 0, pwrite(file, bytes, count, off_t(offset)) == count else { throw SystemCallError("pwrite") }
    }
}
