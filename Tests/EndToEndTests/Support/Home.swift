import Glibc
import WalletTestSupport

/// Where a walletd lives: its configuration, its state directory with the socket, and what its sources read.
final class Home: Sendable {
    let folder: TemporaryFolder

    var configuration: String { folder.path(of: "walletd.toml") }
    var state: String { folder.path(of: "state") }
    var socket: String { "\(state)/walletd.sock" }
    var database: String { "\(state)/walletd.db" }

    init(_ configuration: String) throws {
        folder = try TemporaryFolder()
        guard mkdir(folder.path(of: "state"), 0o700) == 0 else { throw SystemCallError("mkdir") }
        try configure(configuration)
    }

    /// Replaces the configuration in one step; `FOLDER` in it becomes the path of this home.
    func configure(_ text: String) throws {
        try folder.write("walletd.toml.next", text.replacing("FOLDER", with: folder.path))
        guard rename(folder.path(of: "walletd.toml.next"), configuration) == 0 else { throw SystemCallError("rename") }
    }

    /// A file source's file, replaced in one step: nobody reads half of it.
    func write(csv name: String, _ rows: String...) throws {
        try folder.write("\(name).next", "account,asset,available\n\(rows.joined(separator: "\n"))\n")
        guard rename(folder.path(of: "\(name).next"), folder.path(of: name)) == 0 else {
            throw SystemCallError("rename")
        }
    }

    var environment: [String: String] {
        [
            "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder.path, "STATE_DIRECTORY": state,
            "RUNTIME_DIRECTORY": state,
        ]
    }

    func walletd(_ words: String..., environment: [String: String] = [:]) throws -> RunningProcess {
        try RunningProcess(
            [BuiltPrograms.walletd, "--config", configuration] + words,
            environment: self.environment.merging(environment) { $1 })
    }

    /// Starts walletd and waits until it serves.
    func start(environment: [String: String] = [:]) async throws -> RunningDaemon {
        let daemon = RunningDaemon(home: self, process: try walletd(environment: environment))
        _ = try await daemon.announced("config.loaded")
        return daemon
    }

    /// Runs walletd where it cannot start, to its end.
    func refusal(environment: [String: String] = [:]) async throws -> Finished {
        try await Finished(
            [BuiltPrograms.walletd, "--config", configuration],
            environment: self.environment.merging(environment) { $1 })
    }

    func walletctl(_ words: String...) async throws -> Finished { try await walletctl(words) }

    func walletctl(_ words: [String]) async throws -> Finished {
        try await Finished(
            [BuiltPrograms.walletctl] + words, environment: ["PATH": "/usr/bin:/bin", "WALLETD_SOCKET": socket])
    }

    /// Whether walletctl writes this text before it ends; it is ended then.
    func walletctl(_ words: String..., until text: String) async throws -> Bool {
        let process = try RunningProcess(
            [BuiltPrograms.walletctl] + words, environment: ["PATH": "/usr/bin:/bin", "WALLETD_SOCKET": socket])
        let found = try await process.progress.first { progress -> Bool? in
            let isThere = String(decoding: progress.output, as: UTF8.self).contains(text)
            return isThere ? true : progress.isOver ? false : nil
        }
        process.signal(SIGTERM)
        return found
    }

    /// Follows the events.
    func follow() throws -> RunningProcess {
        try RunningProcess(
            [BuiltPrograms.walletctl, "events", "--follow", "--since", "1h", "--json"],
            environment: ["PATH": "/usr/bin:/bin", "WALLETD_SOCKET": socket])
    }

    /// What SQLite's own shell says.
    func sql(_ query: String) async throws -> String {
        let shell = try await Finished(["/usr/bin/sqlite3", "-readonly", database, query], environment: [:])
        return shell.output + shell.errors
    }

    /// Changes the database without walletd.
    func change(_ script: String) async throws {
        let shell = try await Finished(["/usr/bin/sqlite3", "-bail", database, script], environment: [:])
        guard shell.status == 0 else { throw SystemCallError("sqlite3: \(shell.errors)") }
    }
}
