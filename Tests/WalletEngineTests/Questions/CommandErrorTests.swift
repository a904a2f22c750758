import EngineTestSupport
import Testing
import WalletCore
import WalletEngine

/// Why a command or a question is refused, and what a person is told to do.
@Suite(.timeLimit(.minutes(1)))
struct CommandErrorTests {
    private let configuration = EngineConfiguration.test(
        .polled("tmoney", ScriptedSource(.reading(.won(["a": 1, "b": 1])))), .manual("cards"), rules: [.below(3000)])

    /// The error of a call against an engine that has read its sources.
    private func error(_ call: (RunningEngine) async throws -> Void) async throws -> EngineError? {
        var refusal: EngineError?
        try await World().run(configuration) { running in
            await running.pass(.seconds(10))
            refusal = await #expect(throws: EngineError.self) { try await call(running) }
        }
        return refusal
    }

    @Test func `nobody has heard of the source`() async throws {
        let calls: [(RunningEngine) async throws -> Void] = [
            { running in try await running.engine.commands.poll("x") },
            { running in try await running.engine.commands.pause("x") },
            { running in try await running.engine.commands.resume("x") },
            { running in _ = try await running.engine.questions.source("x") },
            { running in _ = try await running.engine.commands.record(.cafe("1", source: "x")) },
        ]
        for call in calls {
            let error = try await error(call)
            #expect(error?.code == .notFound)
            #expect(error?.detail == "no source is called x")
            #expect(error?.hint == "walletctl sources lists them")
        }
    }

    @Test func `a manual source is not polled`() async throws {
        let error = try await error { running in try await running.engine.commands.poll("cards") }
        #expect(error?.code == .conflict)
        #expect(error?.hint == "walletctl record cards/ACCOUNT/ASSET AMOUNT records a balance")
    }

    @Test func `a polled source is not recorded by hand`() async throws {
        let error = try await error { running in
            _ = try await running.engine.commands.record(.cafe("1", source: "tmoney"))
        }
        #expect(error?.code == .conflict)
    }

    @Test(arguments: [
        ManualRecord.cafe("1.5"), .cafe("abc"), .cafe(""), .cafe("1e3"), .cafe("1", account: ""),
        .cafe("1", account: "a/b"), .cafe("1", account: String(repeating: "x", count: 129)),
        .cafe("1", account: "a\u{7}"), .cafe("1", asset: "NOPE"), .cafe("-5", expires: 1),
    ])
    func `what cannot be a balance is not recorded`(record: ManualRecord) async throws {
        let error = try await error { running in _ = try await running.engine.commands.record(record) }
        #expect(error?.code == .invalid)
        #expect(error?.detail.isEmpty == false)
    }

    @Test(arguments: ["", "nothing", "'; DROP TABLE event", "%"])
    func `no alert has the id`(id: String) async throws {
        let error = try await error { running in
            _ = try await running.engine.commands.acknowledge(id, by: "alice")
        }
        #expect(error?.code == .notFound)
    }

    @Test func `several alerts have ids that begin so`() async throws {
        try await World().run(configuration) { running in
            await running.pass(.seconds(10))
            let alerts = try await running.engine.questions.alerts(firing: true, pending: true, page: PageRequest())
            let ids = alerts.items.compactMap(\.state.id)
            #expect(ids.count == 2)
            let common = String(zip(ids[0], ids[1]).prefix { $0 == $1 }.map(\.0))
            let error = await #expect(throws: EngineError.self) {
                _ = try await running.engine.commands.acknowledge(common, by: "alice")
            }
            #expect(error?.code == .conflict)
            #expect(error?.hint == "give more of the id")
            let one = String(ids[0].prefix(common.count + 1))
            let report = try await running.engine.commands.acknowledge(one, by: "alice")
            #expect(report.state.id == ids[0])
            let again = try await running.engine.commands.acknowledge(ids[0], by: "bob")
            guard case .firing(let firing) = again.state else { throw again.state.unexpected }
            #expect(firing.acknowledgedBy == "alice")
        }
    }

    @Test func `no rule has the name`() async throws {
        let error = try await error { running in _ = try await running.engine.questions.rule("x") }
        #expect(error?.code == .notFound)
        #expect(error?.hint == "walletctl rules lists them")
    }

    @Test func `there is no such holding`() async throws {
        let error = try await error { running in
            let id = HoldingID(source: "tmoney", account: "c", asset: "KRW")
            _ = try await running.engine.questions.history(of: id, HistoryQuery(), page: PageRequest())
        }
        #expect(error?.code == .notFound)
    }

    @Test func `a cursor from somewhere else, and times the wrong way round, are invalid`() async throws {
        let id = HoldingID(source: "tmoney", account: "a", asset: "KRW")
        let foreign = PageRequest(after: "x")
        let calls: [(Questions) async throws -> Void] = [
            { questions in _ = try await questions.holdings(HoldingFilter(), page: foreign) },
            { questions in _ = try await questions.alerts(firing: true, pending: true, page: foreign) },
            { questions in _ = try await questions.history(of: id, HistoryQuery(), page: foreign) },
            { questions in
                let query = HistoryQuery(since: .after(.seconds(2)), until: .after(.seconds(1)))
                _ = try await questions.history(of: id, query, page: PageRequest())
            },
            { questions in
                _ = try await questions.history(of: id, HistoryQuery(step: .milliseconds(999)), page: PageRequest())
            },
        ]
        for call in calls {
            let error = try await error { running in try await call(running.engine.questions) }
            #expect(error?.code == .invalid)
        }
    }
}

extension ManualRecord {
    fileprivate static func cafe(
        _ amount: String, source: String = "cards", account: String = "cafe", asset: String = "KRW",
        expires day: Int? = nil
    ) -> ManualRecord {
        var record = ManualRecord(holding: HoldingID(source: source, account: account, asset: asset), amount: amount)
        record.expires = day.map { CalendarDate(daysSinceEpoch: $0) }
        return record
    }
}

extension AlertState {
    fileprivate var unexpected: PortFailure { PortFailure(.failed, "the state is \(self)") }
}
