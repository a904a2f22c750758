import EngineTestSupport
import Testing
import WalletCore
import WalletEngine

@Suite(.timeLimit(.minutes(1)))
struct EngineTests {
    @Test func `an alert fires in the poll that reads the low balance, and resolves in the one that reads a high one`()
        async throws
    {
        let source = ScriptedSource(.won(2500))
        let world = try World()
        try await world.run(.test(.polled("tmoney", source), rules: [.below(3000)])) { running in
            await running.pass(.seconds(5))
            let fired = try #require(try await running.events().last)
            #expect(fired.type == .alertFiring)
            #expect(fired.amount == .won(2500))
            #expect(fired.rule == "low")
            source.answer(.won(9000))
            await running.pass(.seconds(60))
            let resolved = try #require(try await running.events().last)
            #expect(resolved.type == .alertResolved)
            #expect(resolved.amount == .won(9000))
        }
    }
}
