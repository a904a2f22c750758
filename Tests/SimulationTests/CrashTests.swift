import EngineTestSupport
import Synchronization
import Testing
import WalletCore

@testable import WalletEngine
@testable import WalletStore

/// One world again and again, each time with a crash elsewhere.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct CrashTests {
    @Test(arguments: [Character.idempotentWithLookup, .idempotentOnly, .lookupOnly])
    func `a run with a crash ends where the run without it ends`(character: Character) async throws {
        let calm = try await Ending.of(character, nil)
        #expect(calm.isPaidOut)
        var crashes = 0
        for point in Nature.Crash.Point.allCases {
            for spared in 0... {
                let ending = try await Ending.of(character, Nature.Crash(point: point, spared: spared))
                guard ending.hasCrashed else { break }
                crashes += 1
                #expect(ending.books == calm.books, "\(point), \(spared) spared: \(ending.report)")
            }
        }
        #expect(crashes > 50)
    }
}

/// Where everything is when nothing moves any more.
private struct Ending {
    /// What is left in each holding, and what the ledger says of it all.
    struct Books: Equatable {
        let left: [String: Int128]
        let posted: [String: Int128]
        let finals: Int
        let open: Int
    }

    let books: Books
    let broken: [String]
    let hasCrashed: Bool
    let trace: [String]

    var isPaidOut: Bool { broken.isEmpty && books.open == 0 && books.finals > 0 }
    var report: String { "\(books) \(broken)\n\(trace.suffix(50).joined(separator: "\n"))" }

    static func of(_ character: Character, _ crash: Nature.Crash?) async throws -> Ending {
        try await Simulation(seed: 1) { _ in .busy(holdings: 2, character) }.end(with: crash)
    }
}

extension Simulation {
    /// Two holdings come over their threshold; the daemon dies at most once on the way.
    fileprivate func end(with crash: Nature.Crash?) async throws -> Ending {
        arrange()
        nature.state.withLock { [blueprint] state in
            state.isCalm = true
            state.crash = crash
            for account in blueprint.accounts { state.change(account, by: 60_000, at: .zero) }
        }
        return try await withTaskExecutorPreference(executor) {
            try await self.payOut()
            let hasCrashed = nature.isDead
            nature.state.withLock { state in
                state.isDead = false
                state.crash = nil
            }
            return try await self.ending(hasCrashed)
        }
    }

    private func payOut() async throws {
        try await begin { running async throws in
            await self.confirmAll(running)
            for _ in 1...7 where !self.nature.isDead { await self.go(running, .seconds(1300)) }
            return self.nature.isDead ? .crashed : .stopped
        }
    }

    /// The same hours again, for what a crash has left.
    private func ending(_ hasCrashed: Bool) async throws -> Ending {
        var books: Ending.Books?
        try await begin { running async throws in
            await self.confirmAll(running)
            for _ in 1...7 { await self.go(running, .seconds(1300)) }
            try await self.resolveUnknown(running)
            await self.confirmAll(running)
            for _ in 1...7 { await self.go(running, .seconds(1300)) }
            let cashOuts = await self.cashOuts(running)
            let postings = try await running.readers.questions.read { transaction throws(StoreError) in
                try transaction.postings(limit: 100_000)
            }
            var posted: [String: Int128] = [:]
            for line in postings { posted["\(line.posting.account)", default: 0] += line.posting.amount.units }
            books = Ending.Books(
                left: self.nature.state.withLock { $0.balances }, posted: posted.filter { $1 != 0 },
                finals: cashOuts.count { $0.state.name == .final }, open: cashOuts.count { $0.state.name.holdsHoldings }
            )
            return .stopped
        }
        return Ending(
            books: try #require(books), broken: nature.broken, hasCrashed: hasCrashed,
            trace: nature.state.withLock { $0.trace })
    }

    /// Where nothing that the provider says tells how it ended, a person looks.
    private func resolveUnknown(_ running: RunningEngine) async throws {
        for cashOut in await cashOuts(running) where cashOut.state.name == .unknown {
            let report = try await running.engine.commands.evidence(on: cashOut.id)
            _ = try await running.engine.commands.resolve(
                cashOut.id, as: try #require(outcome(of: cashOut)), ResolutionStatement(evidence: report.evidence.id),
                by: "alice")
        }
    }
}
