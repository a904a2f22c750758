import Logging
import WalletCore
import WalletStore

/// Follows one cash-out to its end: waits until what it wants is due, does it, and takes the next wish from the commit
/// that keeps what came of it.
struct CashOutFollower: Sendable {
    /// After a step that the cash-out refused, because something else was faster.
    private static let refusedDelay: Duration = .seconds(5)
    /// Between looks while something stops all cash-outs.
    private static let stoppedDelay: Duration = .seconds(30)
    /// Between tries while nothing can be stored.
    static let retryDelay: Duration = .seconds(2)

    let id: String
    let floor: CashOutFloor
    /// Raised when the cash-out may want something else than it did.
    let wake = Signal()

    /// What a step leads to.
    enum Next {
        case wish(CashOutWish)
        /// To be looked at again, at the latest then.
        case later(Duration)
    }

    /// Returns when it is over, or the daemon stops.
    func follow() async throws(StoreError) {
        var appointment: Appointment?
        var wish = try await stored()
        while !Task.isCancelled, let current = wish {
            if appointment?.effect != current.effect { appointment = Appointment(current, by: floor) }
            if let kept = appointment, kept.isDue(by: floor) {
                appointment = nil
                wish = try await perform(current)
            } else {
                await wake.wait(atMost: appointment?.remaining(by: floor.clock), clock: floor.clock)
                wish = try await stored()
            }
        }
    }

    /// Does what is due, and answers what it wants then; `nil`: it is over.
    private func perform(_ wish: CashOutWish) async throws(StoreError) -> CashOutWish? {
        switch try await surviving({ () throws(StoreError) in try await self.act(on: wish) }) {
        case .later(let delay):
            await wake.wait(atMost: delay, clock: floor.clock)
            return try await stored()
        case .wish(let next):
            if next.cashOut.state.isEnd(after: wish.cashOut.state) { floor.signals.decisions.raise() }
            return next.cashOut.state.isOver ? nil : next
        }
    }

    /// The one place where something is done outside.
    private func act(on wish: CashOutWish) async throws(StoreError) -> Next {
        switch wish.effect {
        case .seekApproval: try await take(wish.cashOut.firstStep(of: floor.inForce.current, at: floor.clock.now()))
        case .prepare: try await prepare(wish.cashOut)
        case .send(.first, _): try await send()
        case .send(.again, _): try await sendAgain()
        case .ask: try await ask(wish.cashOut)
        case .compareCredentials: try await take(.compareCredentials)
        case .expire: try await take(.expire)
        case .endWatch: try await endWatch()
        case .nothing: .later(CashOutFollower.refusedDelay)
        }
    }

    /// Commits one step.
    func take(_ step: CashOut.Step) async throws(StoreError) -> Next {
        let committed = try await floor.ledger.step { [floor, id] transaction, look throws(StoreError) in
            guard let stored = try transaction.cashOut(id) else { return }
            let facts = try floor.circumstances(of: stored, at: look.now, in: transaction)
            _ = try transaction.take(step, on: id, in: facts)
        }
        return next(after: committed)
    }

    /// What a commit wants of this cash-out; nothing, where it refused the step.
    func next<Value: Sendable>(after committed: Committed<Value>) -> Next {
        guard let wish = committed.wishes.first(where: { $0.cashOut.id == id }) else { return refused }
        return .wish(wish)
    }

    var refused: Next { .later(CashOutFollower.refusedDelay) }
    var stopped: Next { .later(CashOutFollower.stoppedDelay) }

    /// A watch that a wrong clock would end goes on.
    private func endWatch() async throws(StoreError) -> Next {
        let stops = try await floor.reader.read { [floor] transaction throws(StoreError) in
            try floor.desk.stops(at: floor.desk.timekeeper.look(), in: transaction)
        }
        return stops.contains(where: \.isAboutClock) ? stopped : try await take(.endWatch)
    }

    /// What it wants as it is committed now; `nil`: it is over.
    private func stored() async throws(StoreError) -> CashOutWish? {
        while !Task.isCancelled {
            do throws(StoreError) {
                return try await floor.reader.read { [floor, id] transaction throws(StoreError) in
                    guard let stored = try transaction.cashOut(id), !stored.cashOut.state.isOver else { return nil }
                    let facts = try floor.circumstances(
                        ofRepeating: stored, at: floor.clock.now(), in: transaction)
                    return CashOutWish(cashOut: stored.cashOut, effect: stored.cashOut.wish(in: facts))
                }
            } catch {
                guard error.mayPass else { throw error }
                await wake.wait(atMost: CashOutFollower.retryDelay, clock: floor.clock)
            }
        }
        return nil
    }

    /// Nothing is lost where nothing can be stored: the cash-out is looked at again.
    private func surviving(_ body: () async throws(StoreError) -> Next) async throws(StoreError) -> Next {
        do throws(StoreError) {
            return try await body()
        } catch {
            if error.mayPass { return .later(CashOutFollower.retryDelay) }
            guard error.code == .refused else { throw error }
            floor.logger.error("a step of the cash-out \(id) could not be stored (\(error))")
            return stopped
        }
    }
}

extension CashOutStop {
    fileprivate var isAboutClock: Bool {
        switch self {
        case .clock: true
        case .paused, .unsound, .historyWentBack: false
        }
    }
}

extension CashOut.State {
    /// Whether something else can be decided now: until it ends its holdings are taken, and its worst case is counted.
    fileprivate func isEnd(after before: CashOut.State) -> Bool { name != before.name && !name.holdsHoldings }
}
