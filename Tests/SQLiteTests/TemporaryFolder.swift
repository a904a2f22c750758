import FoundationEssentials
import SQLite

/// A folder of a test's own, removed with everything in it when the test ends.
final class TemporaryFolder {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "walletd-sqlite-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        path = folder.path()
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)  // What is left lies in the system's temporary folder.
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    func bytes(of name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: file(name)))) }

    func write(_ bytes: [UInt8], to name: String) throws { try Data(bytes).write(to: URL(filePath: file(name))) }

    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

    /// A connection to `wallet.db` in this folder, in WAL mode, made when it is not there.
    func connect(_ schema: String = "", busyTimeout: Duration = .zero) throws -> Connection {
        let connection = try Connection(path: file("wallet.db"), access: .create, busyTimeout: busyTimeout)
        try connection.execute("PRAGMA journal_mode = WAL;" + schema)
        return connection
    }
}
