import JSON
import SystemPackage
import WalletCore

/// A program of the user's that answers questions: one JSON object on its standard input, one on its standard output
/// (plugin protocol 1).
struct Plugin: Sendable {
    let role: PluginRole
    let name: String
    let definition: PluginDefinition
    let timeout: Duration
    let credentials: Credentials
    let directories: AdapterDirectories
    let runner: CommandRunner

    /// What the plugin is asked, without what the action adds.
    func request(_ action: String) -> JSONObject {
        var request = JSONObject()
        request.set("walletd", to: 1)
        request.set("action", to: .string(action))
        request.set(role.rawValue, to: .string(name))
        request.set("options", to: definition.options)
        return request
    }

    /// Asks once.
    func run(_ request: JSONObject) async throws(PortFailure) -> PluginRun {
        let room = try room()
        defer { room.leave() }
        return try await run(Self.input(request), in: room)
    }

    /// The bytes of a request, with a line break at its end for the `read` of the shell.
    static func input(_ request: JSONObject) -> [UInt8] {
        JSONValue.object(request).serialized() + [UInt8(ascii: "\n")]
    }

    /// What a run needs around it. Whoever has it must leave it.
    func room() throws(PortFailure) -> PluginRoom {
        let home = try workingFolder()
        guard !definition.credentials.isEmpty else { return PluginRoom(home: home, credentials: nil) }
        return PluginRoom(
            home: home,
            credentials: try CredentialFolder(
                for: name, names: definition.credentials, from: credentials, in: directories.runtime))
    }

    /// Runs the program once. A failure that is `misconfigured` says that it did not begin; another may have come later.
    ///
    /// What it says of the `hidden` secrets is hidden like that of its own.
    func run(
        _ input: [UInt8], in room: PluginRoom, hiding hidden: [Secret] = []
    ) async throws(PortFailure) -> PluginRun {
        let command = Command(
            definition.command, environment: environment(in: room), workingDirectory: room.home, input: input,
            timeout: timeout)
        do {
            let outcome = try await runner.run(command)
            let secrets = (room.credentials?.secrets ?? []) + hidden
            return PluginRun(outcome, timeout: timeout, redaction: Redaction(of: secrets))
        } catch {
            throw error.saying(error.message)
        }
    }

    private func environment(in room: PluginRoom) -> [String: String] {
        var environment = [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": room.home, role.variable: name,
        ]
        environment["CREDENTIALS_DIRECTORY"] = room.credentials?.path
        return environment
    }

    /// Kept between the runs, so that a plugin can remember things.
    private func workingFolder() throws(PortFailure) -> String {
        let parent = "\(directories.state)/plugins"
        do {
            try PrivateFolder.make(parent)
            try PrivateFolder.make("\(parent)/\(name)")
        } catch {
            throw PortFailure(.failed, "the working folder \(parent)/\(name) cannot be made: \(error)")
        }
        return "\(parent)/\(name)"
    }
}
