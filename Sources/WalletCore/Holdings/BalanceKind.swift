/// What sort of balance a holding is.
package enum BalanceKind: String, Sendable, CaseIterable {
    case bank
    case wallet
    case prepaid
    case gameCredit = "game-credit"
    case giftCard = "gift-card"
    case points
    case cashback
    case refund
    case earnings
    case crypto
    /// Debt: charges that will be on a phone bill. Counted with a minus sign in totals, never cashed out.
    case carrierBilling = "carrier-billing"
}
