import WalletCore
import WalletStore

extension CashOutFloor {
    /// Where history went back, no cash-out goes on as if nothing had been sent in the time that is lost.
    ///
    /// Nothing is sent before that is accepted, so none has a run under way; a later look at the same one is harmless.
    func doubtAll(at look: Timekeeper.Look, in transaction: WriteTransaction) throws(StoreError) {
        guard try transaction.historyGap() != nil else { return }
        var last: Int64? = 0
        while let number = last {
            let page = try transaction.liveCashOuts(after: number, limit: PageRequest.limitDefault)
            for stored in page {
                // Those that are known to be sent take no such step: they are asked about as ever.
                _ = try transaction.take(
                    .loseHistory, on: stored.cashOut.id, in: circumstances(of: stored, at: look.now, in: transaction))
            }
            last = page.last?.number
        }
    }
}
