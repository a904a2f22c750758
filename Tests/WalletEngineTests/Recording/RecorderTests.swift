import EngineTestSupport
import Testing
import WalletCore
import WalletEngine
import WalletStore

@Suite(.timeLimit(.minutes(1)))
struct RecorderTests {
    @Test func `polls that are ready together share transactions`() async throws {
        let sources = (0..<200).map { WatchedSource.polled("s\($0)", ScriptedSource(.fails(.unreachable))) }
        try await World().run(.test(sources)) { running in
            // Each commit has an instant of its own.
            running.time.tick(by: .milliseconds(1))
            await running.pass(.seconds(5))
            let failures = try await running.events().filter { $0.type == .sourceFailing }
            #expect(failures.count == 200)
            #expect(Set(failures.map(\.at)).count < 20)
        }
    }

    @Test func `a poll that the database refuses does not stop the others`() async throws {
        let (bad, well) = (ScriptedSource(.reading(.won(["bad": 1]))), ScriptedSource(.won(1)))
        try await World().run(.test(.polled("bad", bad), .polled("well", well))) { running in
            try await running.execute(
                """
                CREATE TRIGGER refuse BEFORE INSERT ON holding WHEN NEW.account = 'bad'
                BEGIN SELECT RAISE(ABORT, 'no'); END;
                """)
            await running.pass(.seconds(5))
            #expect(try await running.balances() == ["well/card": .won(1)])
            #expect(try await running.engine.questions.status().condition == .ok)
            await running.pass(.seconds(60))
            #expect([bad.readCount, well.readCount] == [2, 2])
        }
    }

    @Test func `a database that proves damaged ends the daemon`() async throws {
        let source = ScriptedSource(.won(1))
        let failure = await #expect(throws: StoreError.self) {
            try await World().run(.test(.polled("tmoney", source), .polled("hung", ScriptedSource(.hangs)))) {
                running in
                await running.pass(.seconds(5))
                try await running.execute("UPDATE holding SET standing = 'nonsense'")
                await running.pass(.seconds(60))
            }
        }
        #expect(failure?.code == .damaged)
    }

    @Test func `a person's record is told like a reading`() async throws {
        let configuration = EngineConfiguration.test(.manual("cards"), rules: [.below(3000) { $0.atLeast = .won(1) }])
        try await World().run(configuration) { running in
            var record = ManualRecord(
                holding: HoldingID(source: "cards", account: "cafe", asset: "KRW"), amount: "2500")
            record.expires = CalendarDate(year: 2027, month: 3, day: 1)
            record.kind = .giftCard
            let report = try await running.engine.commands.record(record)
            #expect(report.holding.standing == .recorded)
            #expect(report.freshness == .fresh)
            #expect(report.holding.lots.map(\.amount) == [.won(2500)])
            #expect(try await running.eventTypes().last == .alertFiring)
            record.amount = "3000"
            record.expires = nil
            let next = try await running.engine.commands.record(record)
            #expect(next.holding.lots == [])
            #expect(try await running.eventTypes().last == .alertResolved)
            // A person may say that a balance is gone.
            record.amount = "0"
            _ = try await running.engine.commands.record(record)
            #expect(try await running.balances() == ["cards/cafe": .won(0)])
        }
    }
}
