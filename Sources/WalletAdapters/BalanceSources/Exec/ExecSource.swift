import JSON
import SystemPackage
import WalletCore

/// Reads balances by running a program (plugin protocol 1).
struct ExecSource: BalanceSource {
    let name: String
    let definition: ExecSourceDefinition
    let timeout: Duration
    let assets: AssetTable
    let credentials: Credentials
    let directories: AdapterDirectories
    let runner: CommandRunner

    func read() async throws(PortFailure) -> Reading {
        let home = try workingFolder()
        guard !definition.credentials.isEmpty else {
            return try await read(home: home, credentialFolder: nil)
        }
        let folder = try CredentialFolder(
            for: name, names: definition.credentials, from: credentials, in: directories.runtime)
        defer { folder.remove() }
        return try await read(home: home, credentialFolder: folder)
    }

    private func read(home: String, credentialFolder: CredentialFolder?) async throws(PortFailure) -> Reading {
        let command = Command(
            definition.command, environment: environment(home: home, credentials: credentialFolder),
            workingDirectory: home, input: request(), timeout: timeout)
        let redaction = Redaction(of: credentialFolder?.secrets ?? [])
        do {
            return try ExecAnswer(await runner.run(command), timeout: timeout, redaction: redaction)
                .reading(assets: assets)
        } catch {
            throw error.saying(error.message)
        }
    }

    /// With a line break at its end, for the `read` of the shell.
    private func request() -> [UInt8] {
        let request: JSONValue = [
            "walletd": 1, "action": "read", "source": .string(name), "options": definition.options,
        ]
        return request.serialized() + [UInt8(ascii: "\n")]
    }

    private func environment(home: String, credentials: CredentialFolder?) -> [String: String] {
        var environment = [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": home, "WALLETD_SOURCE": name,
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
