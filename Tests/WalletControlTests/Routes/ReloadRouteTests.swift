import Synchronization
import Testing
import WalletAPI
import WalletEngine

@Suite(.timeLimit(.minutes(10)))
struct ReloadRouteTests {
    @Test func `a reload answers with what is in force and its warnings`() async throws {
        var options = RunningDaemon.Options()
        options.reload = { _ throws(EngineError) in ["/etc/walletd/walletd.toml:3:1: it matches nothing"] }
        try await RunningDaemon.run(options) { daemon in
            let reload: Reload = try await daemon.ask("POST", "/v1/reload").value()
            #expect(reload.config.path == "/etc/walletd/walletd.toml")
            #expect(reload.warnings == ["/etc/walletd/walletd.toml:3:1: it matches nothing"])
        }
    }

    @Test func `a configuration that was refused is told with all its faults`() async throws {
        var options = RunningDaemon.Options()
        options.reload = { _ throws(EngineError) in
            throw EngineError(
                .configurationRejected(faults: ["a:1:1: one", "a:2:1: two"]), "2 faults", hint: "mend them")
        }
        try await RunningDaemon.run(options) { daemon in
            let answer = try await daemon.ask("POST", "/v1/reload")
            #expect(answer.status == 422)
            let problem: Problem = try answer.value()
            #expect(problem.code == .configRejected)
            #expect(problem.detail == "2 faults")
            #expect(problem.hint == "mend them")
            #expect(problem.faults == ["a:1:1: one", "a:2:1: two"])
        }
    }
}
