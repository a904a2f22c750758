import EngineTestSupport
import Synchronization
import WalletCore

@testable import WalletEngine
@testable import WalletStore

/// How it ends when everybody behaves.
extension Simulation {
    /// Everybody behaves for two days: each cash-out reaches its end, or what only a person can end.
    func comeToRest(_ running: RunningEngine) async throws {
        _ = try await running.engine.commands.resumeCashOuts(.accepted, by: "alice")
        nature.state.withLock { $0.stopped = nil }
        for minutes in [1, 5, 15, 30, 60, 65, 120, 180, 240, 600, 720, 900] {
            await go(running, .seconds(minutes * 60))
        }
        _ = try await running.engine.commands.resumeCashOuts(.accepted, by: "alice")
        await go(running, .seconds(3600))
        await check(running)
        let payouts = nature.state.withLock { $0.payouts }
        let books = try await books(running)
        for book in books { checkEnd(book.cashOut, payouts[book.cashOut.id]) }
        try await compareLedgers(books, running)
    }

    /// What our ledger says left the holdings, and what the providers' say.
    private func compareLedgers(_ books: [Book], _ running: RunningEngine) async throws {
        let postings = try await running.readers.questions.read { transaction throws(StoreError) in
            try transaction.postings(limit: 100_000)
        }
        for book in books where book.cashOut.isSure {
            let id = book.cashOut.id
            var left: Int128 = 0
            for line in postings where line.cashOut == id {
                if case .holding = line.posting.account { left -= line.posting.amount.units }
            }
            let taken = nature.state.withLock { $0.payouts[id]?.taken ?? 0 }
            if left != taken {
                nature.breaks("\(id) took \(taken), and the ledger says \(left)")
            }
        }
    }

    private func checkEnd(_ cashOut: CashOut, _ payout: Payout?) {
        let name = cashOut.state.name
        switch name {
        case .final, .settled:
            if payout?.isReturned ?? false, cashOut.state.dispatch?.canBeAskedAbout ?? false {
                nature.breaks("\(cashOut.id) is \(name.rawValue), and came back")
            }
        case .returned, .rejected, .abandoned, .awaitingApproval: break
        case .unknown, .needsUser, .pending:
            if cashOut.wantsNoPerson(payout) { nature.breaks("\(cashOut.id) is \(name.rawValue) for ever") }
        case .planned, .approved, .prepared, .sending:
            nature.breaks("\(cashOut.id) is \(name.rawValue) for ever")
        }
    }
}

extension CashOut {
    /// It is over, and was asked about to its end.
    fileprivate var isSure: Bool {
        (state.name == .final || state.name == .returned) && state.dispatch?.canBeAskedAbout ?? false
    }

    /// Whether the provider knows how it ended, and says so.
    fileprivate func wantsNoPerson(_ payout: Payout?) -> Bool {
        guard let dispatch = state.dispatch, dispatch.canBeAskedAbout else { return false }
        return payout?.moves ?? 0 > 0
    }
}
