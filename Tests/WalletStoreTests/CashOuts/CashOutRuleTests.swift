import Testing
import WalletCore

@testable import WalletStore

/// What is remembered of rules, destinations and providers.
@Suite struct CashOutRuleTests {
    private func configure(
        _ test: TestStore, at milliseconds: Int64 = 0, revision: String? = "r1", destination: String = "d1",
        provider: String = "p1"
    ) async throws -> CashOutChanges {
        try await test.write(milliseconds) { transaction throws(StoreError) in
            try transaction.configure(
                ConfiguredCashOuts(
                    revisions: revision.map { ["tips": $0] } ?? [:], destinations: ["my-bank": destination],
                    providers: ["acme": provider]))
        }
    }

    private func consent(_ test: TestStore, to revision: String, at milliseconds: Int64 = 0) async throws
        -> ConsentAnswer
    {
        try await test.write(milliseconds) { transaction throws(StoreError) in
            try transaction.consent(to: "tips", revision: revision, by: "alice")
        }
    }

    private func standing(_ test: TestStore) async throws -> RuleStanding? {
        try await test.read { transaction throws(StoreError) in try transaction.ruleStandings()["tips"] }
    }

    @Test func `a consent holds for what it was given to, and an earlier one does not come back`() async throws {
        try await TestStore.run { test in
            #expect(try await consent(test, to: "r1") == .noRule)
            _ = try await configure(test)
            #expect(try await standing(test)?.consent == .missing)
            #expect(try await consent(test, to: "r0") == .otherRevision("r1"))
            #expect(try await consent(test, to: "r1", at: 1) == .given)
            #expect(try await consent(test, to: "r1", at: 2) == .standing)
            #expect(try await configure(test, at: 3).consentsEnded.isEmpty)
            #expect(try await standing(test)?.consent == .given(at: .after(1)))
            #expect(try await configure(test, at: 4, revision: "r2").consentsEnded == ["tips"])
            #expect(try await configure(test, at: 5, revision: "r1").consentsEnded.isEmpty)
            #expect(try await standing(test)?.consent == .outdated(since: .after(4)))
            #expect(try await consent(test, to: "r1", at: 6) == .given)
            #expect(try await standing(test)?.consent == .given(at: .after(6)))
        }
    }

    @Test func `a rule that went and came back asks again`() async throws {
        try await TestStore.run { test in
            _ = try await configure(test)
            _ = try await consent(test, to: "r1")
            #expect(try await configure(test, at: 1, revision: nil).consentsEnded == ["tips"])
            #expect(try await standing(test) == nil)
            _ = try await configure(test, at: 2)
            #expect(try await standing(test)?.consent == .outdated(since: .after(1)))
        }
    }

    @Test func `destinations and providers are known since they are what they are`() async throws {
        try await TestStore.run { test in
            let first = try await configure(test)
            #expect(first == CashOutChanges(newDestinations: ["my-bank"]))
            try await test.write(1) { transaction throws(StoreError) in
                try transaction.save(.both, of: "acme")
                try transaction.save(told: [.suspicious, .checkDue], about: "acme")
                try transaction.save(told: [.suspicious, .expensive], about: "acme")
                let failure = SourceHealth.Failure(at: transaction.now, reason: .misconfigured, message: "no")
                try transaction.save(attention: failure, of: "acme")
            }
            #expect(try await configure(test, at: 2) == CashOutChanges())
            let provider = try await test.read { transaction throws(StoreError) in
                (try transaction.providerStandings()["acme"], try transaction.told(about: "acme"))
            }
            #expect(provider.0?.sight == FirstSight(identity: "p1", since: .start))
            #expect(provider.0?.promise == .both)
            #expect(
                provider.0?.attention
                    == SourceHealth.Failure(at: .after(1), reason: .misconfigured, message: "no"))
            #expect(provider.1 == [.suspicious, .expensive])

            let changes = try await configure(test, at: 3, destination: "d2", provider: "p2")
            #expect(changes == CashOutChanges(changedDestinations: ["my-bank"], changedProviders: ["acme"]))
            let changed = try await test.read { transaction throws(StoreError) in
                (
                    try transaction.providerStandings()["acme"], try transaction.told(about: "acme"),
                    try transaction.destinationSights()["my-bank"]
                )
            }
            #expect(changed.0 == ProviderStanding(FirstSight(identity: "p2", since: .after(3))))
            #expect(changed.1.isEmpty)
            #expect(changed.2 == FirstSight(identity: "d2", since: .after(3)))
        }
    }

    @Test func `three rejections in a row take the consent, and a new one begins anew`() async throws {
        try await TestStore.run(accounts: "a") { test in
            _ = try await configure(test)
            _ = try await consent(test, to: "r1")
            for index in 1...3 as ClosedRange<Int64> {
                try await test.send("c\(index)", at: index)
                #expect(try await standing(test)?.lastSent == .after(index))
                try await test.end("c\(index)", .rejected, at: index)
                #expect(try await standing(test)?.rejections == Setbacks(inARow: Int(index), last: .after(index)))
            }
            #expect(try await standing(test)?.consent == .taken(because: "rejected-repeatedly", at: .after(3)))
            _ = try await consent(test, to: "r1", at: 4)
            #expect(try await standing(test)?.rejections == nil)
            try await test.send("c4", at: 5)
            try await test.end("c4", .rejected, at: 5)
            try await test.send("c5", at: 6)
            try await test.end("c5", .settled, at: 6)
            #expect(try await standing(test)?.rejections == nil)
            #expect(try await standing(test)?.consent == .given(at: .after(4)))
            try await test.take(
                .answer(ProviderReply(.returned), askedAt: Circumstances.after(7).boot), on: "c5", at: 7)
            #expect(try await standing(test)?.consent == .taken(because: "returned", at: .after(7)))
        }
    }

    @Test func `what a person turned down is remembered of the rule, until it is confirmed again`() async throws {
        try await TestStore.run(accounts: "a") { test in
            _ = try await configure(test)
            _ = try await consent(test, to: "r1")
            let hour: Int64 = 3_600_000
            // Those within the wait were proposed before it began.
            for (index, (at, count)) in [(0, 1), (1, 1), (2 * hour, 2), (3 * hour, 2), (6 * hour, 3)].enumerated() {
                try await test.decline("c\(index)", at: at)
                #expect(try await standing(test)?.declines == Setbacks(inARow: count, last: .after(at)))
            }
            try await test.decline("p1", of: .person(accepting: []), at: 7 * hour)
            try await test.send("c6", at: 8 * hour)
            try await test.end("c6", .settled, at: 8 * hour)
            #expect(try await standing(test)?.declines == Setbacks(inARow: 3, last: .after(6 * hour)))
            #expect(try await standing(test)?.rejections == nil)
            #expect(try await standing(test)?.consent == .given(at: .start))
            try await test.decline("c7", at: 72 * hour)
            #expect(try await standing(test)?.declines == Setbacks(inARow: 1, last: .after(72 * hour)))
            _ = try await consent(test, to: "r1", at: 72 * hour)
            #expect(try await standing(test)?.declines == nil)
        }
    }

    @Test func `a provider that refuses its credential waits for a person`() async throws {
        try await TestStore.run(accounts: "a") { test in
            _ = try await configure(test)
            try await test.send("c1", at: 1)
            try await test.take(.ran(.notSent(.refusedCredential)), on: "c1", at: 2)
            let standing = try await test.read { transaction throws(StoreError) in
                try transaction.providerStandings()["acme"]
            }
            #expect(standing?.attention?.reason == .refusedCredential)
            #expect(standing?.attention?.at == .after(2))
        }
    }

    @Test func `counts of agreeing readings come back, and a failed read takes those of its source`() async throws {
        try await TestStore.run { test in
            _ = try await configure(test)
            var counted = Confirmation()
            counted.take(
                HoldingLook(begun: .after(1), asOf: .start, available: .krw(1)), saying: .due,
                pace: Confirmation.Pace(every: nil))
            var certain = Confirmation()
            certain.take(
                HoldingLook(begun: .after(1), available: .krw(1), by: .person), saying: .due,
                pace: Confirmation.Pace(every: nil))
            let other = HoldingID(source: "other", account: "a", asset: "KRW")
            let counts = [HoldingID.till("a"): counted, .till("b"): certain, other: counted]
            try await test.write { transaction throws(StoreError) in
                for (holding, count) in counts { try transaction.save(count, of: "tips", on: holding) }
            }
            #expect(try await standing(test)?.confirmations == counts)
            try await test.write { transaction throws(StoreError) in
                try transaction.forgetConfirmations(ofSource: "tmoney")
            }
            #expect(try await standing(test)?.confirmations == [other: counted])
            try await test.write { transaction throws(StoreError) in
                try transaction.save(Confirmation(), of: "tips", on: other)
            }
            #expect(try await standing(test)?.confirmations.isEmpty == true)
        }
    }
}
