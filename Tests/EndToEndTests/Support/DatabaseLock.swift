import Glibc
import WalletTestSupport

/// A person's sqlite3 that holds the database's write lock.
final class DatabaseLock: Sendable {
    private let shell: RunningProcess
    private let input: Int32
    private let folder: TemporaryFolder

    init(_ database: String) async throws {
        folder = try TemporaryFolder()
        let path = folder.path(of: "input")
        guard mkfifo(path, 0o600) == 0 else { throw SystemCallError("mkfifo") }
        // Read and write, so that opening waits for nobody.
        input = open(path, O_RDWR | O_CLOEXEC)
        guard input >= 0 else { throw SystemCallError("open") }
        shell = try RunningProcess(["/usr/bin/sqlite3", "-batch", "-bail", database], environment: [:], input: path)
        tell(".timeout 10000\nBEGIN EXCLUSIVE;\nSELECT 'held';\n")
        _ = try await shell.progress.first { String(decoding: $0.output, as: UTF8.self).contains("held") ? true : nil }
    }

    deinit {
        close(input)
    }

    func release() async throws {
        tell("ROLLBACK;\n.quit\n")
        try await shell.end()
    }

    private func tell(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(input, bytes, bytes.count)
    }
}
