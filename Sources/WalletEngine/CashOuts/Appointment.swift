import WalletCore

/// When something that a cash-out wants is due: at its time by the wall clock, and at the latest once as much time has
/// passed as it was away, whatever became of that clock.
struct Appointment {
    let effect: CashOutEffect
    private let at: Timestamp?
    /// Since boot; `nil`: never by itself.
    private let latest: Duration?

    init(_ effect: CashOutEffect, by clock: EngineClock) {
        self.effect = effect
        at = effect.at
        latest =
            switch effect {
            case .nothing: nil
            case .seekApproval, .prepare, .compareCredentials: .zero
            case .send(_, let at), .ask(let at), .expire(let at), .endWatch(let at):
                clock.sinceBoot() + max(at - clock.now(), .zero)
            }
    }

    func isDue(by clock: EngineClock) -> Bool {
        guard let latest else { return false }
        return latest <= clock.sinceBoot() || at.map { $0 <= clock.now() } ?? true
    }

    /// `nil`: without end.
    func remaining(by clock: EngineClock) -> Duration? {
        latest.map { max($0 - clock.sinceBoot(), .zero) }
    }
}

extension CashOutEffect {
    fileprivate var at: Timestamp? {
        switch self {
        case .seekApproval, .prepare, .compareCredentials, .nothing: nil
        case .send(_, let at), .ask(let at), .expire(let at), .endWatch(let at): at
        }
    }
}
