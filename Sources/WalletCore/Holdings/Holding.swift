/// A holding as the store knows it.
package struct Holding: Equatable, Sendable {
    package let id: HoldingID
    package var kind: BalanceKind
    package var balance: KnownBalance
    package var lots: [Lot]
    /// When the balance last became what it is.
    package var changedAt: Timestamp
    /// When the last successful read that listed it began (or, of a complete one, that did not list it).
    package var readAt: Timestamp
    /// The vendor's own time of that balance, where it gave one.
    package var asOf: Timestamp?
    /// How the balance came to be known.
    package var standing: Standing

    package struct KnownBalance: Equatable, Sendable {
        package var available: Amount
        package var total: Amount

        package init(available: Amount, total: Amount) {
            self.available = available
            self.total = total
        }
    }

    package enum Standing: String, Sendable {
        /// Listed by the last successful reading, or zero because a complete one did not list it.
        case listed
        /// Not listed by the last, incomplete reading: its balance is unknown.
        case unlisted
        /// A doubtful drop is being confirmed: not fresh until a second read decides.
        case doubted
        /// Recorded by a person.
        case recorded
    }

    package init(
        id: HoldingID, kind: BalanceKind, balance: KnownBalance, lots: [Lot] = [], changedAt: Timestamp,
        readAt: Timestamp, asOf: Timestamp? = nil, standing: Standing
    ) {
        self.id = id
        self.kind = kind
        self.balance = balance
        self.lots = lots
        self.changedAt = changedAt
        self.readAt = readAt
        self.asOf = asOf
        self.standing = standing
    }
}
