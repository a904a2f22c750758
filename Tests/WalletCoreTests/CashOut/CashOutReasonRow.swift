import Testing
import WalletCore

/// One change to a world in which a rule pays out, and the one reason that it makes true.
struct CashOutReasonRow: CustomTestStringConvertible {
    let code: CashOutReason.Code
    let name: String
    let change: @Sendable (inout CashOutScene) -> Void

    var testDescription: String { "\(code.rawValue): \(name)" }

    init(_ code: CashOutReason.Code, _ name: String, _ change: @escaping @Sendable (inout CashOutScene) -> Void) {
        self.code = code
        self.name = name
        self.change = change
    }
}

extension CashOutReasonRow {
    static let all = balances + bounds + fees + budgets + route + trust + modes

    private static let balances = [
        CashOutReasonRow(.belowThreshold, "exactly at it") { $0.holdings = [.till("till", .krw(50_000))] },
        CashOutReasonRow(.belowThreshold, "no holding matches") { $0.holdings = [] },
        CashOutReasonRow(.notConfirmed, "one reading of two") {
            $0.standing.confirmations[CashOutScene.tips] = Confirmation(
                count: 1, since: .at("35:55"), last: .at("35:55"), lastAsOf: nil)
        },
        CashOutReasonRow(.staleBalance, "too old") { $0.holdings = [.till { $0.readAt = .at("35:00") }] },
        CashOutReasonRow(.staleBalance, "of an old time by the vendor") {
            $0.holdings = [.till { $0.asOf = .at("34:59") }]
        },
        CashOutReasonRow(.staleBalance, "unknown") { $0.holdings = [.till { $0.standing = .unlisted }] },
        CashOutReasonRow(.staleBalance, "fresh, but the latest poll failed") {
            $0.holdings[0].failure = .init(at: .at("35:58"), reason: .timeout, message: "no answer in 30s")
        },
        CashOutReasonRow(.dropUnconfirmed, "doubted") { $0.holdings = [.till { $0.standing = .doubted }] },
        CashOutReasonRow(.notWithdrawable, "withdrawal none") { $0.holdings = [.till(withdrawal: .none)] },
        CashOutReasonRow(.debt, "carrier billing") { $0.holdings = [.till { $0.kind = .carrierBilling }] },
        CashOutReasonRow(.inFlight, "a cash-out is under way") {
            $0.holdings[0].open = .init(id: "c0", since: .at("35:00"), phase: .underWay)
        },
        CashOutReasonRow(.awaitingApproval, "a cash-out waits for a person") {
            $0.holdings[0].open = .init(id: "c0", since: .at("35:00"), phase: .awaitingApproval)
        },
        CashOutReasonRow(.inFlight, "read once since the last one") {
            $0.holdings[0].hold = .tips.resumed(readings: 1, latest: .krw(60_000))
        },
        CashOutReasonRow(.balanceLags, "what was paid out is still there") {
            $0.holdings[0].hold = .tips.resumed(readings: 2, latest: .krw(60_000))
        },
    ]

    private static let bounds = [
        CashOutReasonRow(.belowMinimum, "of the rule") { $0.rule.minAmount = .krw(55_001) },
        CashOutReasonRow(.belowMinimum, "of the provider") { $0.provider.minimum = .krw(55_001) },
        CashOutReasonRow(.belowMinimum, "less than one step") { $0.provider.step = .krw(55_001) },
        CashOutReasonRow(.reserve, "nothing over what is left behind, though credit is old") {
            $0.holdings = [.till("till", .krw(5000))]
            $0.holdings[0].creditSince = .at("0:00")
            $0.rule.maxAge = .hours(1)
        },
        CashOutReasonRow(.reserve, "the fee on top grows as the amount shrinks") {
            $0.quote = { amount in
                .quoted(Quote(fee: Amount(units: 56_000 - amount.units, of: .krw), from: .balance))
            }
        },
    ]

    private static let fees = [
        CashOutReasonRow(.feeTooHigh, "in percent, finer than one") { $0.rule.maxFee.percent = .of("0.9%") },
        CashOutReasonRow(.feeTooHigh, "absolute") { $0.rule.maxFee.amount = .krw(499) },
        CashOutReasonRow(.feeTooHigh, "by the fee table, before anybody is asked") {
            $0.rule.maxFee.amount = .krw(499)
            $0.provider.fee = FeeTable(fixed: .krw(500))
            $0.quote = nil
        },
        CashOutReasonRow(.feeDiffers, "more than the fee table") { $0.provider.fee = FeeTable(fixed: .krw(499)) },
        CashOutReasonRow(.quoteFailed, "refused") {
            $0.quote = { _ in .failed(PortFailure(.failed, "come back tomorrow"), at: .at("35:00")) }
        },
        CashOutReasonRow(.quoteFailed, "another asset, and not how much of it") {
            $0.facts.rates = (try? .of([.of("USD/KRW", "1400")])) ?? RateTable()
            $0.quote = { _ in .quoted(Quote(fee: .usd(cents: 40))) }
        },
        CashOutReasonRow(.quoteFailed, "the fee takes it all") { $0.quote = { .quoted(Quote(fee: $0)) } },
        CashOutReasonRow(.quoteFailed, "the provider has not described itself") { $0.providerStanding.promise = nil },
        CashOutReasonRow(.quoteFailed, "the provider describes itself wrongly") {
            $0.providerStanding.promise = nil
            $0.providerStanding.silence = .init(at: .at("35:00"), reason: .malformed, message: "it printed nothing")
        },
        CashOutReasonRow(.quoteFailed, "the provider needs a person, and never described itself") {
            $0.providerStanding.promise = nil
            $0.providerStanding.attention = .init(at: .at("35:00"), reason: .refusedCredential, message: "wrong PIN")
        },
        CashOutReasonRow(.quoteFailed, "the provider needs a person") {
            $0.providerStanding.attention = .init(at: .at("35:00"), reason: .refusedCredential, message: "wrong PIN")
        },
        CashOutReasonRow(.ratesMissing, "none") { $0.rule.maxFee.amount = .usd(cents: 100) },
        CashOutReasonRow(.ratesMissing, "too old") {
            $0.rule.maxFee.amount = .usd(cents: 100)
            $0.facts.rates = (try? .of([.of("USD/KRW", "1400", on: 8)])) ?? RateTable()
        },
    ]

    private static let budgets = [
        CashOutReasonRow(.budgetSpent, "of the rule") { $0.rule.budget = .init(54_999) },
        CashOutReasonRow(.budgetSpent, "over all") { $0.limits = .init(54_999) },
        CashOutReasonRow(.budgetSpent, "with what is in flight") {
            $0.rule.budget = .init(100_000)
            $0.facts.ledger = [.of(.krw(45_001), rule: "tips", at: "6:00")]
        },
        CashOutReasonRow(.feesSpent, "of the rule") { $0.rule.budget = .init(1_000_000, fees: 499) },
        CashOutReasonRow(.feesSpent, "over all, by another rule") {
            $0.limits = .init(1_000_000, fees: 1000)
            $0.facts.ledger = [.of(.krw(10_000), fee: .krw(501), rule: "other", at: "6:00")]
        },
    ]
}

extension Hold {
    static let tips = Hold(
        cashOut: "c0", ended: .at("20:00"), outcome: .settled, taken: .krw(55_000), before: .krw(60_000))
}

extension Budget {
    init(_ amount: Int, fees: Int = 50_000) {
        self.init(amount: .krw(amount), fees: .krw(fees), every: .days(30))
    }
}

extension LedgerEntry {
    static func of(
        _ debit: Amount, fee: Amount = .krw(0), rule: String?, at clock: String, standing: Standing = .counts
    ) -> LedgerEntry {
        LedgerEntry(
            cashOut: "c-\(clock)", rule: rule, prepared: .at(clock), charge: Charge(debits: [debit], costs: [fee]),
            standing: standing)
    }
}
