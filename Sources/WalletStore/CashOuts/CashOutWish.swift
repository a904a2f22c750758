package import WalletCore

/// A cash-out as it was committed, and what it wants done next.
package struct CashOutWish: Equatable, Sendable {
    package let cashOut: CashOut
    package let effect: CashOutEffect
}
