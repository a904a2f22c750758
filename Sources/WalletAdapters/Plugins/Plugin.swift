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

    /// Asks once. Throws only where the program did not run.
    func run(_ request: JSONObject) async throws(PortFailure) -> PluginRun {
        // With a line break at its end, for the `read` of the shell.
        try await run(JSONValue.object(request).serialized() + [UInt8(ascii: "\n")])
    }

    /// The same for a request that is there in bytes.
    func run(_ request: [UInt8]) async throws(PortFailure) -> PluginRun {
        let home = try workingFolder()
        guard !definition.credentials.isEmpty else { return try await run(request, home: home, folder: nil) }
        let folder = try CredentialFolder(
            for: name, names: definition.credentials, from: credentials, in: directories.runtime)
        defer { folder.remove() }
        return try await run(request, home: home, folder: folder)
    }

    private func run(
        _ request: [UInt8], home: String, folder: CredentialFolder?
    ) async throws(PortFailure) -> PluginRun {
        let command = Command(
            definition.command, environment: environment(home: home, credentials: folder), workingDirectory: home,
            input: request, timeout: timeout)
        do {
            let outcome = try await runner.run(command)
            return PluginRun(outcome, timeout: timeout, redaction: Redaction(of: folder?.secrets ?? []))
        } catch {
            throw error.saying(error.message)
        }
    }

    private func environment(home: String, credentials: CredentialFolder?) -> [String: String] {
        var environment = [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": home, role.variable: name,
        ]
        environment["CREDENTIALS_DIRECTORY"] = credentials?.path
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
