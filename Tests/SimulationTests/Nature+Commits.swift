import EngineTestSupport
import Synchronization
import WalletCore

@testable import WalletStore

/// What becomes of commits.
extension Nature {
    func endTransaction() throws(StoreError) {
        if isDead { throw StoreError(.closed, "the daemon is dead") }
        if state.withLock({ $0.isDiskFull }) { throw StoreError(.noSpace, "the disk is full") }
        guard state.withLock({ $0.dies(.beforeCommit) }) else { return }
        die("before a commit")
        throw StoreError(.closed, "the daemon is dead")
    }

    func commit() throws(StoreError) {
        let now = time.now
        let dies = state.withLock { state in
            state.commits += 1
            state.highest = max(state.highest, now)
            return state.dies(.afterCommit)
        }
        guard dies else { return }
        die("after a commit")
        throw StoreError(.closed, "the daemon is dead")
    }

    /// What must never be: events that wait until their transaction is over.
    func holdBack(_ events: [EventDraft]) -> [EventDraft] {
        state.withLock { $0.late += events }
        return []
    }

    func heldBack() -> [EventDraft] {
        state.withLock { state in
            defer { state.late = [] }
            return state.late
        }
    }

    /// What must never be: value moves before the commit.
    func sendAtOnce(_ run: CashOutRun) -> CashOutRun {
        guard run.attempt == .first, let order = Payout.Order(run.request.body) else { return run }
        note("send before the commit \(order.reference.prefix(8))")
        let lived = time.lived
        state.withLock { state in
            if state.payouts[order.reference] == nil {
                state.payouts[order.reference] = Payout(order: order, arrived: lived)
            }
            state.early.insert(order.reference)
        }
        move(order.reference)
        return run
    }
}
