import WalletAPI
import WalletCore
import WalletEngine

extension WalletAPI.Plan {
    init(_ report: PlanReport) {
        self.init(report.plan, id: report.id)
        reasons = report.reasons.map { Reason($0) }
    }

    init(_ plan: WalletCore.Plan, id: String) {
        self.init(
            rule: plan.rule, plan: id, legs: plan.legs.map { Leg($0) }, destination: plan.destination,
            provider: plan.provider,
            price: Price(
                amount: Amount(plan.amount), fee: Amount(plan.fee), debit: Amount(plan.debit),
                cost: Amount(plan.cost.cost), net: Amount(plan.net)))
        processing = plan.processing?.description
        bundle = plan.bundle
        expires = plan.expires?.description
        savings = plan.savings.map {
            Savings(alone: Amount($0.alone), bundled: Amount($0.bundled), saved: Amount($0.saved))
        }
        rates = plan.cost.rates.isEmpty ? nil : plan.cost.rates.map { UsedRate($0) }
    }
}

extension WalletAPI.Leg {
    fileprivate init(_ leg: WalletCore.Leg) {
        self.init(source: leg.holding.source, account: leg.holding.account, amount: Amount(leg.amount))
    }
}

extension UsedRate {
    fileprivate init(_ rate: Rate) {
        self.init(pair: rate.pair, rate: rate.value, asOf: rate.asOf.description)
    }
}
