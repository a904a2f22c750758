import WalletCore
import WalletStore

/// When something that a cash-out wants is due: at its time by the wall clock, and at the latest once as much time has
/// passed as it was away, whatever became of that clock. What is open is asked about also when a configuration is loaded:
/// a person has been at it, and what did not work may work now.
struct Appointment {
    let effect: CashOutEffect
    /// The configuration after which it is due at once; `nil`: that does not matter to it.
    private let configuration: Int?
    private let at: Timestamp?
    /// Since boot; `nil`: never by itself.
    private let latest: Duration?

    init(_ wish: CashOutWish, by floor: CashOutFloor) {
        let (effect, clock) = (wish.effect, floor.clock)
        self.effect = effect
        configuration = wish.cashOut.state.name.holdsHoldings && effect.isInquiry ? floor.inForce.serial : nil
        at = effect.at
        latest =
            switch effect {
            case .nothing: nil
            case .seekApproval, .prepare, .compareCredentials: .zero
            case .send(_, let at), .ask(let at), .expire(let at), .endWatch(let at):
                clock.sinceBoot() + max(at - clock.now(), .zero)
            }
    }

    func isDue(by floor: CashOutFloor) -> Bool {
        let clock = floor.clock
        if let configuration, configuration != floor.inForce.serial { return true }
        guard let latest else { return false }
        return latest <= clock.sinceBoot() || at.map { $0 <= clock.now() } ?? true
    }

    /// `nil`: without end.
    func remaining(by clock: EngineClock) -> Duration? {
        latest.map { max($0 - clock.sinceBoot(), .zero) }
    }
}

extension CashOutEffect {
    fileprivate var isInquiry: Bool {
        switch self {
        case .ask: true
        case .seekApproval, .prepare, .send, .compareCredentials, .expire, .endWatch, .nothing: false
        }
    }

    fileprivate var at: Timestamp? {
        switch self {
        case .seekApproval, .prepare, .compareCredentials, .nothing: nil
        case .send(_, let at), .ask(let at), .expire(let at), .endWatch(let at): at
        }
    }
}
