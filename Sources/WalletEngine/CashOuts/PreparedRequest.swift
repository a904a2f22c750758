import WalletCore
import WalletStore

/// A request on its way to be kept: what the provider made, with what it promises and what it counts against budgets.
struct PreparedRequest {
    private let cashOut: CashOut
    private let request: PayoutRequest
    private let definition: PayoutRoute.Definition
    private let price: Quote
    private let preparedAt: BootTime

    /// What holds it.
    struct Held: Error {
        let reason: CashOutReason
    }

    struct Complete {
        let request: CashOutRequest
        let stored: StoredRequest
        let charge: Charge
    }

    init(
        _ cashOut: CashOut, _ request: PayoutRequest, by definition: PayoutRoute.Definition, at price: Quote,
        preparedAt: BootTime
    ) {
        self.cashOut = cashOut
        self.request = request
        self.definition = definition
        self.price = price
        self.preparedAt = preparedAt
    }

    func complete(_ configuration: CashOutConfiguration, on terms: CashOutFacts) -> Result<Complete, Held> {
        let plan = cashOut.plan
        guard let provider = configuration.providers[plan.provider],
            var promise = terms.providers[plan.provider]?.promise
        else {
            return .failure(Held(reason: CashOutReason(.providerChanged, "\(plan.provider) is not known any more.")))
        }
        // A request that names its own end, as an invoice does, knows better; it cannot promise what the provider does
        // not.
        if promise.idempotency != nil, let lifetime = request.keyLifetime { promise.idempotency = lifetime }
        let charge: Charge
        do throws(ExchangeError) {
            charge = try Charge(plan.cost, against: configuration.budgets(of: plan.rule), by: terms.rates)
        } catch {
            return .failure(Held(reason: CashOutReason(.ratesMissing, "It cannot be reckoned: \(error).")))
        }
        var fixed = CashOutRequest(
            reference: cashOut.id, key: KeyExpiry(promise, preparedAt: preparedAt), promise: promise,
            timeout: provider.timeout, reversalWindow: provider.reversalWindow)
        fixed.priceExpires = price.expires
        fixed.credentials = request.credentials
        return .success(
            Complete(
                request: fixed,
                stored: StoredRequest(
                    body: request.body, hash: request.hash, provider: definition.provider,
                    destination: definition.destination),
                charge: charge))
    }
}

extension CashOutConfiguration {
    /// Those that a cash-out counts against.
    fileprivate func budgets(of rule: String?) -> [Budget] {
        [limits, rules.first { $0.name == rule }?.budget].compactMap(\.self)
    }
}
