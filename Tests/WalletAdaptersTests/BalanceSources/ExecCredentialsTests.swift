import Glibc
import JSON
import Testing
import WalletAdapters
import WalletCore
import WalletTestSupport

/// A plugin sees the credentials that it names, and nobody sees them afterwards.
struct ExecCredentialsTests {
    private let bench: SourceBench

    init() throws {
        bench = try SourceBench()
        mkdir(bench.folder.path(of: "credentials"), 0o700)
        try bench.folder.write("credentials/pin", "hush-hush\n", mode: 0o400)
        try bench.folder.write("credentials/other", "none of its business", mode: 0o400)
    }

    private func read(_ script: String, credentials: [String]) async throws -> Reading {
        try await bench.read(
            .exec(PluginDefinition(command: [bench.folder.script(script)], options: [:], credentials: credentials)))
    }

    private func failure(_ script: String, credentials: [String]) async throws -> PortFailure {
        let failure = try await #require(throws: PortFailure.self) { try await read(script, credentials: credentials) }
        #expect(!failure.message.contains("hus"))
        return failure
    }

    @Test func `the folder holds just the named ones, as they are`() async throws {
        _ = try await read(
            """
            cd "$CREDENTIALS_DIRECTORY"; pwd >"$HOME/where"; ls -A >"$HOME/list"; cp pin "$HOME/copy"
            stat -c %a . pin >"$HOME/modes"; echo '{"walletd":1,"balances":[]}'
            """, credentials: ["pin"])
        #expect(try bench.folder.text(of: "plugins/shop/list") == "pin\n")
        #expect(try bench.folder.text(of: "plugins/shop/copy") == "hush-hush\n")
        #expect(try bench.folder.text(of: "plugins/shop/modes") == "700\n400\n")
        let folder = try bench.folder.text(of: "plugins/shop/where")
        #expect(folder.hasPrefix(bench.folder.path(of: "runtime/plugin-credentials/shop.")))
        #expect(access(String(folder.dropLast()), F_OK) != 0)
    }

    @Test(arguments: ["exit 3", "kill -9 $$", "touch \"$CREDENTIALS_DIRECTORY/more\"; exit 77"])
    func `the folder goes however the run ends`(script: String) async throws {
        _ = try await failure(script, credentials: ["pin", "other"])
        #expect(try bench.folder.names(in: "runtime/plugin-credentials").isEmpty)
    }

    @Test(
        arguments: [
            "cat \"$CREDENTIALS_DIRECTORY/pin\" >&2; exit 77",
            "echo \"token=$(cat \"$CREDENTIALS_DIRECTORY/pin\"),\" >&2; exit 1",
            "cat \"$CREDENTIALS_DIRECTORY/pin\"",
            "printf '%0508d%s' 7 $(cat \"$CREDENTIALS_DIRECTORY/pin\") >&2; exit 1",
            "printf '{\"walletd\":1,\"balances\":[{\"account\":\"/%058d%s\"}]}' 7 $(cat \"$CREDENTIALS_DIRECTORY/pin\")",
            "printf '{\"walletd\":1,\"%s\":1,\"balances\":[]}' $(cat \"$CREDENTIALS_DIRECTORY/pin\")",
        ])
    func `a plugin that says its secret is not quoted`(script: String) async throws {
        _ = try await failure(script, credentials: ["pin"])
    }

    @Test func `a missing credential keeps the plugin from running`() async throws {
        let failure = try await failure("touch ran", credentials: ["pin", "absent"])
        #expect(failure.reason == .misconfigured)
        #expect(failure.message.hasPrefix("credential absent is missing; add LoadCredential=absent:"))
        #expect(try bench.folder.names(in: "plugins/shop").isEmpty)
    }
}
