import Glibc
import Testing
import WalletAdapters
import WalletTestSupport

/// Whom a daemon ends at its start, and whom not.
struct LeftPluginTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for name in ["state", "state/plugins", "state/plugins/acme", "other", "other/plugins", "other/plugins/acme"] {
            #expect(mkdir(folder.path(of: name), 0o700) == 0)
        }
    }

    private func end(in name: String) throws -> [String] {
        try LeftPlugins(in: folder.path(of: name), limits: CommandLimits(grace: .milliseconds(50))).end()
    }

    /// A process with this environment, `FOLDER` in it filled in.
    private func start(_ environment: [String]) async throws -> ChildProcess {
        let own = try TemporaryFolder()
        let lifeline = try Lifeline(in: own)
        let variables = environment.map { $0.replacing("FOLDER", with: folder.path) }
        let script = "exec 9>'\(lifeline.path)'; echo >&9; exec /bin/sleep 1000"
        let child = try ChildProcess(
            ["/usr/bin/env", "-i"] + variables + ["/bin/sh", "-c", script], in: folder.path,
            output: own.path(of: "output"))
        #expect(await lifeline.hasBegun())
        return child
    }

    @Test(arguments: [
        ["HOME=FOLDER/state/plugins/acme", "WALLETD_PROVIDER=acme"],
        ["WALLETD_SOURCE=acme", "LANG=C", "HOME=FOLDER/state/plugins/acme"],
        ["HOME=FOLDER/state/../state/plugins/acme", "WALLETD_RATES=acme"],
    ])
    func `a process with the environment of a plugin is ended`(environment: [String]) async throws {
        let child = try await start(environment)
        #expect(try end(in: "state") == ["acme"])
        // A test runner may have its children ignore the first.
        #expect([-SIGTERM, -SIGKILL].contains(child.wait()))
        #expect(try end(in: "state") == [])
    }

    @Test(arguments: [
        ["HOME=FOLDER/other/plugins/acme", "WALLETD_PROVIDER=acme"],
        ["HOME=FOLDER/state/plugins/acme"], ["HOME=FOLDER/state/plugins/acme", "WALLETD_PROVIDER=bank"],
        ["HOME=FOLDER", "WALLETD_PROVIDER=acme"], ["WALLETD_PROVIDER=acme", "OLD_HOME=FOLDER/state/plugins/acme"],
        [],
    ])
    func `a process of anybody else is left alone`(environment: [String]) async throws {
        let child = try await start(environment)
        #expect(try end(in: "state") == [])
        kill(child.id, SIGKILL)
        #expect(child.wait() == -SIGKILL)
    }

    @Test func `without a folder of plugins there is none`() throws {
        #expect(try end(in: "absent") == [])
    }
}
