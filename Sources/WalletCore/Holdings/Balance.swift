/// One holding's balance as a reading gives it.
package struct Balance: Equatable, Sendable {
    package let account: String
    package let available: Amount
    /// Everything, also what cannot be spent now; of the same asset as `available`.
    package let total: Amount
    /// `nil` where the reading gives none: the source's configured kind counts.
    package let kind: BalanceKind?
    /// When the vendor says the balance held; `nil` is the moment the read began.
    package let asOf: Timestamp?
    package let lots: [Lot]

    package init(
        account: String, available: Amount, total: Amount? = nil, kind: BalanceKind? = nil, asOf: Timestamp? = nil,
        lots: [Lot] = []
    ) {
        self.account = account
        self.available = available
        self.total = total ?? available
        self.kind = kind
        self.asOf = asOf
        self.lots = lots
    }
}
