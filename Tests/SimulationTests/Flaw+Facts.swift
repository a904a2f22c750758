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

extension CashOut.Step {
    /// Of a request that is made: as if its provider had promised something else.
    func promising(_ edit: (inout Terms) -> Void) -> CashOut.Step {
        guard case .prepare(let request) = self else { return self }
        var terms = Terms(promise: request.promise, reversalWindow: request.reversalWindow)
        edit(&terms)
        let isSame = terms.promise == request.promise
        return .prepare(
            CashOutRequest(
                reference: request.reference,
                key: isSame ? request.key : .unlimited, promise: terms.promise, timeout: request.timeout,
                reversalWindow: terms.reversalWindow))
    }

    struct Terms {
        var promise: ProviderPromise
        var reversalWindow: Duration
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
