import WalletCore
import WalletStore

extension ConfigurationChange {
    /// Remembers who is configured, what that means for consents, and decides every rule at once.
    func applyCashOuts(at desk: CashOutDesk) throws(StoreError) {
        desk.quotes.forget()
        desk.silences.forget()
        desk.rateSilences.forget()
        let review = CashOutReview(configuration: after, look: look, desk: desk, transaction: transaction)
        try review.remember(after.cashOuts)
        try transaction.keepRates(of: after.rates.map(\.name))
        // A person has been at it: a provider that refused its credential may take it now.
        for name in after.cashOuts.providers.keys.sorted() { try transaction.save(attention: nil, of: name) }
        _ = try review.decide()
    }
}
