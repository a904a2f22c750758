import WalletCore

/// Where a simulation cuts in on decisions, to put a flaw in on purpose. It does nothing in the programs, which cannot
/// reach it.
struct DecisionSeam: Sendable {
    var facts: @Sendable (CashOutFacts) -> CashOutFacts = { $0 }
    var stops: @Sendable ([CashOutStop]) -> [CashOutStop] = { $0 }
    /// Against sending what was planned.
    var reasons: @Sendable ([CashOutReason]) -> [CashOutReason] = { $0 }
    /// The plan that a person names, of this cash-out.
    var plan: @Sendable (String, CashOut) -> String = { plan, _ in plan }
}
