import SQLite
import WalletCore

extension WriteTransaction {
    func add(_ request: CashOutRequest, _ sent: StoredRequest, of cashOut: StoredCashOut) throws(StoreError) {
        let word: KeyWord
        var end: BootTime?
        switch request.key {
        case .singleUse: word = .singleUse
        case .until(let instant): (word, end) = (.until, instant)
        case .unlimited: word = .unlimited
        }
        // Rounded down: a key is never thought good for longer than it is.
        try database.run(
            """
            INSERT INTO request
              (cashout, reference, key, key_boot, key_until, timeout, reversal_window, prepared_at, price_until,
               credentials, promise, provider_definition, destination_definition, hash, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            cashOut.number, request.reference, word.rawValue, end?.boot, end?.elapsed.wholeMilliseconds,
            request.timeout.wholeMilliseconds, request.reversalWindow.wholeMilliseconds, now,
            request.priceExpires, request.credentials, request.promise.column, sent.provider, sent.destination,
            sent.hash, sent.body)
    }

    func add(_ charge: Charge, of cashOut: StoredCashOut) throws(StoreError) {
        try database.run(
            """
            INSERT INTO charge (prepared_at, cashout, rule, standing, debits, costs) VALUES (?, ?, ?, 'open', ?, ?)
            """,
            now, cashOut.number, cashOut.cashOut.plan.rule, charge.debits.amountsColumn, charge.costs.amountsColumn)
    }
}
