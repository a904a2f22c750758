import EngineTestSupport
import Testing
import WalletCore

@testable import WalletEngine

@Suite(.timeLimit(.minutes(1)))
struct HistoryTests {
    private let source = ScriptedSource(.won(100))
    private let id = HoldingID(source: "tmoney", account: "card", asset: "KRW")

    /// Read at 2 s and each minute after; 100, from 122 s 200, from 242 s unreadable, from 902 s 300; until 1000 s.
    private func told(_ body: (Questions) async throws -> Void) async throws {
        try await World().run(.test(.polled("tmoney", source))) { running async throws in
            await running.pass(.seconds(100))
            source.answer(.won(200))
            await running.pass(.seconds(120))
            source.answer(.fails(.unreachable))
            await running.pass(.seconds(680))
            source.answer(.won(300))
            try await running.engine.commands.poll("tmoney")
            await running.pass(.seconds(100))
            try await body(running.engine.questions)
        }
    }

    private func point(_ from: Int, _ until: Int, _ units: Int128) -> HistoryPoint {
        HistoryPoint(
            from: .after(.seconds(from)), until: .after(.seconds(until)),
            balance: Holding.KnownBalance(available: .won(units), total: .won(units)), gap: nil)
    }

    private func gap(_ from: Int, _ until: Int?) -> HistoryPoint {
        HistoryPoint(
            from: .after(.seconds(from)), until: until.map { .after(.seconds($0)) }, balance: nil, gap: "unreachable")
    }

    private func points(_ query: HistoryQuery, _ questions: Questions, limit: Int = 100) async throws -> [HistoryPoint]
    {
        var page = PageRequest(limit: limit)
        var points: [HistoryPoint] = []
        repeat {
            let found = try await questions.history(of: id, query, page: page)
            #expect(found.next == nil || found.items.count == limit)
            points += found.items
            page.after = found.next
        } while page.after != nil
        return points
    }

    @Test(arguments: [1, 2, 3, 100])
    func `changes are told with the readings that gave them, and with the gaps`(limit: Int) async throws {
        try await told { questions async throws in
            let all = [point(2, 62, 100), point(122, 182, 200), gap(242, 900), point(900, 960, 300)]
            #expect(try await points(HistoryQuery(), questions, limit: limit) == all)
            let since = HistoryQuery(since: .after(.seconds(150)))
            #expect(try await points(since, questions, limit: limit) == Array(all.suffix(3)))
            let until = HistoryQuery(since: .after(.seconds(63)), until: .after(.seconds(899)))
            #expect(try await points(until, questions, limit: limit) == Array(all[1...2]))
        }
    }

    @Test func `a gap that goes on has no end, and one before the first reading is none`() async throws {
        try await World().run(.test(.polled("tmoney", source))) { running async throws in
            source.answer(.fails(.unreachable), .won(100), .fails(.unreachable))
            await running.pass(.seconds(600))
            let found = try await points(HistoryQuery(), running.engine.questions)
            #expect(found.count == 2 && found.first?.balance != nil && found.first?.gap == nil)
            #expect(found.last?.gap == "unreachable" && found.last?.balance == nil && found.last?.until == nil)
        }
    }

    @Test(arguments: [1, 2, 3, 100])
    func `steps tell one value each, and none where none was known`(limit: Int) async throws {
        try await told { questions async throws in
            let query = HistoryQuery(since: .after(.seconds(-300)), step: .seconds(100))
            let found = try await points(query, questions, limit: limit)
            #expect(
                found == [
                    point(0, 100, 100), point(100, 200, 200), gap(200, 300), gap(300, 400),
                    gap(400, 500), gap(500, 600), gap(600, 700), gap(700, 800),
                    point(800, 900, 300), point(900, 1000, 300),
                ])
        }
    }

    @Test func `without a begin, steps begin with the first reading and end now`() async throws {
        try await told { questions async throws in
            let found = try await points(HistoryQuery(step: .seconds(600)), questions)
            #expect(found == [gap(2, 602), point(602, 1000, 300)])
        }
    }

    @Test func `the last step is cut off where the time asked for ends`() async throws {
        try await told { questions async throws in
            let query = HistoryQuery(since: .after(.seconds(10)), until: .after(.seconds(130)), step: .seconds(70))
            #expect(try await points(query, questions) == [point(10, 80, 100), point(80, 130, 200)])
            let future = HistoryQuery(since: .after(.seconds(950)), until: .after(.seconds(9999)), step: .seconds(70))
            #expect(try await points(future, questions) == [point(950, 1000, 300)])
        }
    }

    @Test func `before the first reading there is no history`() async throws {
        try await told { questions async throws in
            let before = HistoryQuery(until: .after(.seconds(1)))
            #expect(try await points(before, questions) == [])
            let steps = HistoryQuery(since: .after(.seconds(-100)), until: .after(.seconds(1)), step: .seconds(10))
            #expect(try await points(steps, questions) == [])
        }
    }

    @Test func `the longest step there is does not overflow`() async throws {
        try await told { questions async throws in
            let query = HistoryQuery(since: .after(.seconds(0)), step: .milliseconds(Int64.max))
            #expect(try await points(query, questions) == [point(0, 1000, 300)])
        }
    }
}
