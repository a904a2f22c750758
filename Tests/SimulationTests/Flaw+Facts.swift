import WalletCore

@testable import WalletStore

extension CashOutFacts {
    func forgettingLedger() -> CashOutFacts {
        var facts = self
        facts.ledger = []
        return facts
    }

    /// As if nobody took anything.
    func forgettingFees() -> CashOutFacts {
        var facts = self
        facts.quotes = quotes.mapValues { answer in
            guard case .quoted(var quote) = answer else { return answer }
            quote.feeFrom = .amount
            return .quoted(quote)
        }
        return facts
    }

    func forgettingClaims() -> CashOutFacts {
        var facts = self
        facts.holdings = holdings.map { standing in
            var standing = standing
            standing.open = nil
            standing.hold = nil
            return standing
        }
        return facts
    }
}

extension CashOutRequest {
    /// As if its provider had promised something else.
    func promising(_ idempotency: ProviderPromise.KeyLifetime) -> CashOutRequest {
        var promise = promise
        promise.idempotency = idempotency
        return CashOutRequest(
            reference: reference, key: .unlimited, promise: promise, timeout: timeout, reversalWindow: reversalWindow)
    }

    var unwatched: CashOutRequest {
        CashOutRequest(reference: reference, key: key, promise: promise, timeout: timeout, reversalWindow: .zero)
    }
}

extension CashOutRun {
    /// Under another reference where it is a repeat.
    func renamed() -> CashOutRun {
        guard attempt == .again, var order = Payout.Order(request.body) else { return self }
        order.reference += "-again"
        let request = StoredRequest(
            body: order.text, hash: request.hash, provider: request.provider, destination: request.destination)
        return CashOutRun(cashOut: cashOut, attempt: attempt, request: request)
    }
}
