import EngineTestSupport
import Synchronization
import WalletCore

/// What is true in a simulated world, whatever the daemon believes: where the money is, what was asked of whom, and what
/// goes wrong next.
final class Nature: Sendable {
    struct State: Sendable {
        var dice: Dice
        /// The daemon is dead: nothing that it still does reaches anybody.
        var isDead = false
        /// Everybody behaves: how it ends is to be seen.
        var isCalm = false
        var isDiskFull = false
        var crash: Crash?
        /// Why nothing may be sent, where that was answered to a person.
        var stopped: String?
        /// The latest instant of a commit, and of the ones in the copy that is kept.
        var highest = Timestamp.start
        var highestCopied = Timestamp.start
        /// Events and cash-outs are gone with an older database.
        var isRestored = false
        /// The clock was set forward in this run.
        var isForward = false
        var balances: [String: Int128] = [:]
        /// What each holding had, since when.
        var past: [String: [(since: Duration, units: Int128)]] = [:]
        /// How late sources show what is in their holdings.
        var lags: [String: Duration] = [:]
        var payouts: [String: Payout] = [:]
        /// How often value was moved, by cash-out.
        var moves: [String: Int] = [:]
        /// What was left in each holding right after.
        var left: [String: [String: Int128]] = [:]
        var identities: [String: String] = [:]
        var trace: [String] = []
        var broken: [String] = []
        var commits = 0
        /// Sent before its commit, which a flaw does.
        var early: Set<String> = []
        /// Kept in no transaction yet, which a flaw does.
        var late: [EventDraft] = []

        mutating func change(_ account: String, by units: Int128, at lived: Duration) {
            balances[account, default: 0] += units
            past[account, default: []].append((lived, balances[account] ?? 0))
        }

        /// Whether it dies there, this time.
        mutating func dies(_ point: Crash.Point) -> Bool {
            guard let next = crash, next.point == point else { return false }
            crash?.spared -= 1
            return next.spared <= 0
        }

        /// As its source shows it now.
        func shown(_ account: String, at lived: Duration) -> Int128 {
            let lag = isCalm ? .zero : lags[String(account.prefix { $0 != "/" })] ?? .zero
            return past[account]?.last { $0.since <= lived - lag }?.units ?? past[account]?.first?.units ?? 0
        }
    }

    enum Movement {
        case first
        /// The request came again, and is another one to its provider.
        case again
    }

    /// Where the daemon dies next.
    struct Crash: Sendable {
        let point: Point
        /// How often it passes there alive.
        var spared = 0

        enum Point: CaseIterable {
            case beforeCommit
            case afterCommit
            case beforeActing
            case afterActing
        }
    }

    let time: VirtualTime
    let state: Mutex<State>

    init(seed: UInt64, time: VirtualTime) {
        self.time = time
        state = Mutex(State(dice: Dice(seed: seed)))
    }

    func roll<Value: Sendable>(_ body: (inout Dice) -> Value) -> Value { state.withLock { body(&$0.dice) } }

    func note(_ text: String) {
        let lived = time.lived
        state.withLock { $0.trace.append("\(lived.components.seconds)s \(text)") }
    }

    func breaks(_ promise: String) {
        note("BROKEN: \(promise)")
        state.withLock { $0.broken.append(promise) }
    }

    var isDead: Bool { state.withLock { $0.isDead } }
    var isCalm: Bool { state.withLock { $0.isCalm } }
    var broken: [String] { state.withLock { $0.broken } }

    /// Why nothing may be sent.
    var stopped: String? {
        let now = time.now
        return state.withLock { state in
            if let stopped = state.stopped { return stopped }
            if state.isForward { return "the clock was set forward" }
            return now < state.highest ? "it was later before" : nil
        }
    }

    /// A person has said that the clock is right.
    func trustClock() {
        let now = time.now
        state.withLock { state in
            state.isForward = false
            state.highest = now
        }
    }

    func die(_ where: String) {
        note("the daemon dies \(`where`)")
        state.withLock { state in
            state.isDead = true
            state.early = []
            state.late = []
            state.crash = nil
        }
    }

    /// Does what providers had put off until now.
    func catchUp() {
        let now = time.lived
        let due = state.withLock { state in
            state.payouts.values.filter { $0.actsAt.map { $0 <= now } ?? false }.map(\.order.reference).sorted()
        }
        for reference in due { move(reference) }
        state.withLock { state in
            let back = state.payouts.filter { $1.returnsAt.map { $0 <= now } ?? false && !$1.isReturned }
            for reference in back.keys.sorted() { state.giveBack(reference, by: now) }
        }
    }

    /// An older database does not know what it waits for until a late source shows it.
    private func isExcused(_ holding: String) -> Bool {
        state.withLock { $0.isRestored && $0.lags[String(holding.prefix { $0 != "/" })] != nil }
    }

    /// Takes the value out of the holdings.
    func move(_ reference: String, _ movement: Movement = .first) {
        let now = time.lived
        let (order, moves, poor) = state.withLock { state in state.move(reference, movement, at: now) }
        guard let order else { return }
        note("\(order.provider) moves \(order.debit) for \(reference.prefix(8))")
        if order.legs.contains(where: { $0.holding.hasSuffix("/\(Blueprint.debt)") }) {
            breaks("\(order.intent) pays out what is owed")
        }
        if moves > 1 { breaks("the value of \(order.intent) moved \(moves) times") }
        if let poor, !isExcused(poor) { breaks("\(poor) has less than nothing after \(order.intent)") }
    }
}

extension Nature.State {
    fileprivate mutating func move(
        _ reference: String, _ movement: Nature.Movement, at now: Duration
    ) -> (Payout.Order?, moves: Int, poor: String?) {
        guard let order = payouts[reference]?.order else { return (nil, 0, nil) }
        if movement == .first { payouts[reference]?.actsAt = nil }
        payouts[reference]?.moves += 1
        moves[order.intent, default: 0] += 1
        let gave = order.shares(of: balances)
        for (holding, units) in gave.sorted(by: { $0.key < $1.key }) { change(holding, by: -units, at: now) }
        payouts[reference]?.gave = gave
        left[order.intent] = balances
        return (order, moves[order.intent] ?? 0, order.legs.map(\.holding).first { (balances[$0] ?? 0) < 0 })
    }

    fileprivate mutating func giveBack(_ reference: String, by now: Duration) {
        guard let payout = payouts[reference], payout.moves > 0 else { return }
        payouts[reference]?.isReturned = true
        for (holding, units) in payout.gave.sorted(by: { $0.key < $1.key }) { change(holding, by: units, at: now) }
    }
}
