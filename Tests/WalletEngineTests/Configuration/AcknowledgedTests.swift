import EngineTestSupport
import Testing
import WalletCore
import WalletEngine

/// What happens to an alert that a person has taken note of is told quietly.
@Suite(.timeLimit(.minutes(1)))
struct AcknowledgedTests {
    private let source = ScriptedSource(.won(2500))

    private func configuration(_ rules: AlertRule...) -> EngineConfiguration {
        .test(.polled("tmoney", source), rules: rules)
    }

    private func lastAlertEvent(_ body: (RunningEngine) async throws -> Void) async throws -> EventDraft? {
        var last: EventDraft?
        try await World().run(configuration(.below(3000))) { running in
            await running.pass(.seconds(10))
            #expect(try await running.events().last?.isSilenced == false)
            let alerts = try await running.engine.questions.alerts(firing: true, pending: false, page: PageRequest())
            _ = try await running.engine.commands.acknowledge(try #require(alerts.items.first?.state.id), by: "alice")
            try await body(running)
            last = try await running.events().last { $0.rule != nil }
        }
        return last
    }

    @Test func `its end`() async throws {
        let event = try await lastAlertEvent { running in
            source.answer(.won(9000))
            await running.pass(.seconds(60))
        }
        #expect(event?.type == .alertResolved)
        #expect(event?.isSilenced == true)
    }

    @Test func `the edit of its rule`() async throws {
        let event = try await lastAlertEvent { try await $0.reload(configuration(.below(2000))) }
        #expect(event?.type == .alertSuperseded)
        #expect(event?.isSilenced == true)
    }

    @Test func `the removal of its rule`() async throws {
        let event = try await lastAlertEvent { try await $0.reload(configuration()) }
        #expect(event?.type == .alertWithdrawn)
        #expect(event?.isSilenced == true)
    }

    @Test func `the next alert of the rule is a new one`() async throws {
        let event = try await lastAlertEvent { running in
            source.answer(.won(9000), .won(2500))
            await running.pass(.seconds(120))
        }
        #expect(event?.type == .alertFiring)
        #expect(event?.isSilenced == false)
    }
}
