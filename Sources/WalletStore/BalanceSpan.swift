package import WalletCore

/// A time over which every successful reading gave the same balance.
package struct BalanceSpan: Equatable, Sendable {
    package let firstSeen: Timestamp
    package let lastSeen: Timestamp
    package let balance: Holding.KnownBalance
}
