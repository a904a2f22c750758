import EngineTestSupport
import Synchronization
import WalletCore

@testable import WalletEngine
@testable import WalletStore

/// What must hold, whatever happened.
extension Simulation {
    func check(_ running: RunningEngine) async {
        guard !nature.isDead else { return }
        do {
            let books = try await books(running)
            let standing = books.map { "\($0.cashOut.id.prefix(4)) \($0.cashOut.state.name.rawValue)" }
            if standing != self.standing { nature.note("stands: \(standing.joined(separator: ", "))") }
            self.standing = standing
            for book in books { check(book) }
            checkHoldings(books)
            checkMoney(books)
            try await checkLedger(running)
            cashOutCount = max(cashOutCount, books.count)
        } catch {
            nature.breaks("it cannot be looked at: \(error)")
        }
    }

    struct Book {
        let cashOut: CashOut
        let trail: [CashOut.TrailEntry]
        let events: [EventType]

        var isRejectedByPerson: Bool {
            guard let entry = trail.last(where: { $0.state == .rejected }), case .person = entry.by else {
                return false
            }
            return cashOut.state.name == .rejected
        }
    }

    func books(_ running: RunningEngine) async throws(StoreError) -> [Book] {
        try await running.readers.questions.read { transaction throws(StoreError) in
            let events = try transaction.events(after: 0, limit: 100_000).map(\.draft)
            var books: [Book] = []
            for stored in try transaction.cashOuts(limit: 1000).reversed() {
                let own = events.filter { $0.cashOut == stored.cashOut.id }.map(\.type)
                books.append(Book(cashOut: stored.cashOut, trail: try transaction.trail(of: stored), events: own))
            }
            return books
        }
    }

    private func check(_ book: Book) {
        let id = book.cashOut.id
        let states = book.trail.map(\.state).reduce(into: [CashOut.State.Name]()) { states, state in
            if states.last != state { states.append(state) }
        }
        let told = book.events.filter { $0 != .cashOutFeeExceeded }.map(\.rawValue)
        if told != states.map({ "cashout.\($0.rawValue)" }) {
            nature.breaks("\(id) went \(states.map(\.rawValue)), and events say \(told)")
        }
        let moves = nature.state.withLock { $0.moves[id] ?? 0 }
        switch book.cashOut.state.name {
        case .rejected, .abandoned, .planned, .awaitingApproval, .approved, .prepared:
            // Of a restored database, others know better. What came back, a person calls rejected.
            let isBack = nature.state.withLock { $0.payouts[id]?.isReturned ?? false }
            let cameBack = isBack && book.isRejectedByPerson
            if moves > 0, !isRestored, !cameBack {
                nature.breaks("\(id) is \(book.cashOut.state.name.rawValue), and moved")
            }
        case .settled, .final, .returned:
            if moves == 0 { nature.breaks("\(id) is \(book.cashOut.state.name.rawValue), and never moved") }
        case .sending, .pending, .needsUser, .unknown: break
        }
        for (before, after) in zip(book.trail, book.trail.dropFirst())
        where before.state == .unknown && after.state == .rejected && after.by == .daemon {
            nature.breaks("\(id) was unknown and became rejected by itself")
        }
    }

    private func checkHoldings(_ books: [Book]) {
        var open: [HoldingID: String] = [:]
        for book in books where book.cashOut.state.name.holdsHoldings {
            // One that had ended, and has not after all, comes second.
            if book.trail.contains(where: { $0.state == .settled || $0.state == .rejected }) { continue }
            for leg in book.cashOut.plan.legs {
                if let other = open[leg.holding] {
                    nature.breaks(
                        "\(other) and \(book.cashOut.id) both have \(leg.holding.source)/\(leg.holding.account)")
                }
                open[leg.holding] = book.cashOut.id
            }
        }
    }

    private func checkMoney(_ books: [Book]) {
        let (moves, left, payouts) = nature.state.withLock { ($0.moves, $0.left, $0.payouts) }
        var debits: [String: Int128] = [:]
        var fees: [String: Int128] = [:]
        for book in books where moves[book.cashOut.id] ?? 0 > 0 {
            // What an older database does not know of, it cannot count.
            if isRestored, !book.cashOut.state.name.holdsBudget { continue }
            guard let payout = payouts[book.cashOut.id] else { continue }
            for name in ["", book.cashOut.plan.rule].compactMap(\.self) {
                debits[name, default: 0] += payout.order.debit
                fees[name, default: 0] += payout.order.fee
            }
            guard let rule = blueprint.rules.first(where: { $0.name == book.cashOut.plan.rule }) else { continue }
            let rest = left[book.cashOut.id, default: [:]].filter { holding, _ in
                let parts = holding.split(separator: "/").map(String.init)
                return rule.selects(HoldingID(source: parts[0], account: parts[1], asset: "KRW"))
                    && parts[1] != Blueprint.debt
            }
            if rest.values.reduce(0, +) < rule.leave.units {
                nature.breaks("\(book.cashOut.id) left \(rest), of which \(rule.leave) were to stay")
            }
        }
        for (name, budget) in blueprint.rules.map({ ($0.name, $0.budget) }) + [("", blueprint.limits)] {
            guard let budget else { continue }
            if debits[name, default: 0] > budget.amount.units || fees[name, default: 0] > budget.fees.units {
                nature.breaks("the budget of \(name.isEmpty ? "all" : name) is overspent")
            }
        }
    }

    private func checkLedger(_ running: RunningEngine) async throws(StoreError) {
        let rules = blueprint.configuration(in: nature).cashOuts.rules
        let (postings, numbers, undecided) = try await running.readers.questions.read {
            transaction throws(StoreError) in
            var undecided: [String] = []
            for rule in rules {
                let decision = try transaction.decision(about: rule.name)?.decision
                if decision.map({ $0.reasons.isEmpty && $0.plans.isEmpty && $0.wanted.isEmpty }) ?? true {
                    undecided.append(rule.name)
                }
            }
            return (
                try transaction.postings(limit: 100_000), try transaction.events(after: 0, limit: 100_000).map(\.seq),
                undecided
            )
        }
        var sums: [String: Int128] = [:]
        for posting in postings { sums[posting.posting.amount.asset.code, default: 0] += posting.posting.amount.units }
        for (asset, sum) in sums where sum != 0 { nature.breaks("postings of \(asset) sum to \(sum)") }
        if zip(numbers, numbers.dropFirst()).contains(where: { $0 >= $1 }) { nature.breaks("events are not in order") }
        decidedLate = undecided.isEmpty ? 0 : decidedLate + 1
        if decidedLate > 6 { nature.breaks("nothing was decided about \(undecided)") }
    }

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

extension CashOut.State.Name {
    fileprivate var holdsBudget: Bool {
        switch self {
        case .sending, .pending, .needsUser, .settled, .final, .unknown: true
        case .planned, .awaitingApproval, .approved, .prepared, .rejected, .returned, .abandoned: false
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
