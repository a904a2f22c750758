import WalletAPI
import WalletCore

extension Schema {
    /// Those of cash-outs, by the name of their type.
    static let namedOfCashOuts: [String: Schema] = [
        "ApproveRequest": .object([.always("plan", .text)]), "CashOut": cashOut, "CashOutRequest": cashOutRequest,
        "CashOutTerms": terms, "ConfirmRequest": .object([.always("revision", .text)]), "Consent": consent,
        "Destination": destination, "Evidence": evidence, "Leg": leg, "Plan": .object(plan), "Posting": posting,
        "Provider": provider, "RejectRequest": .object([.sometimes("comment", .text)]),
        "ResolveRequest": resolveRequest,
        "ResumeCashOutsRequest": .object([.sometimes("accept_history", .boolean)]),
        "StopSwitch": .object([
            .always("paused", .boolean), .always("reasons", .list(.named("Reason"))),
            .sometimes("gap", .object([.sometimes("from", .time), .always("until", .time)])),
        ]),
    ]

    private static let amount = Schema.named("Amount")

    private static let leg = Schema.object([
        .always("source", .text), .always("account", .text), .always("asset", .text), .always("amount", amount),
    ])

    private static let plan: [Property] = [
        .sometimes("rule", .text), .always("plan", .text), .always("legs", .list(.named("Leg"))),
        .always("destination", .text), .always("provider", .text), .always("amount", amount), .always("fee", amount),
        .always("debit", amount), .always("cost", amount), .always("net", amount), .sometimes("processing", .text),
        .sometimes("bundle", .text), .sometimes("expires", .time),
        .sometimes(
            "savings", .object([.always("alone", amount), .always("bundled", amount), .always("saved", amount)])),
        .sometimes(
            "rates", .list(.object([.always("pair", .text), .always("rate", .text), .always("as_of", .day)]))),
        .sometimes("reasons", .list(.named("Reason"))),
    ]

    private static let state = Schema.choice(WalletCore.CashOut.State.Name.allCases.map(\.rawValue))

    private static let cashOut = Schema.object(
        [
            .always("id", .text), .always("state", state),
            .always("approval", .choice(WalletCore.CashOut.Approval.allCases.map(\.rawValue))),
            .always("planned_at", .time), .sometimes("ended_at", .time), .sometimes("reference", .text),
            .sometimes("provider_reference", .text), .sometimes("fee_taken", amount), .sometimes("message", .text),
            .sometimes(
                "trail",
                .list(
                    .object([
                        .always("state", state), .always("at", .time), .always("by", .text), .sometimes("note", .text),
                    ]))), .sometimes("others", .list(.named("CashOut"))),
        ] + plan)

    private static let cashOutRequest = Schema.object([
        .sometimes("rule", .text),
        .sometimes(
            "legs",
            .list(
                .object([
                    .always("source", .text), .always("account", .text), .sometimes("asset", .text),
                    .always("amount", amount),
                ]))), .sometimes("destination", .text),
        .sometimes(
            "accept_risk", .list(.choice(CashOutReason.Code.allCases.filter(\.isRisk).map(\.rawValue)))),
    ])

    private static let terms = Schema.object([
        .always("from", .list(.text)), .always("when_above", amount), .always("leave", amount),
        .always("destination", .text), .sometimes("provider", .text), .sometimes("max_fee", .list(.text)),
        .sometimes("min_amount", amount), .sometimes("max_amount", amount), .always("confirm", .count),
        .sometimes("cooldown", .text), .sometimes("max_age", .text), .sometimes("before_expiry", .text),
        .sometimes("approve_within", .text),
        .sometimes(
            "budget", .object([.always("amount", amount), .always("fees", amount), .always("every", .text)])),
    ])

    private static let consent = Schema.object([
        .always("state", .choice(Rule.Consent.states)), .sometimes("since", .time), .sometimes("reason", .text),
    ])

    private static let provider = Schema.object([
        .always("name", .text), .always("adapter", .text), .sometimes("registration", .text),
        .sometimes("verified_on", .day), .always("identity", .choice(IdentityCheck.allCases.map(\.rawValue))),
        .sometimes("identity_until", .day),
        .sometimes(
            "fee",
            .object([
                .sometimes("percent", .text), .sometimes("fixed", amount), .sometimes("minimum", amount),
                .sometimes("maximum", amount),
            ])), .sometimes("minimum", amount), .sometimes("step", amount), .sometimes("processing", .text),
        .always("timeout", .text), .always("reversal_window", .text), .always("bundles", .boolean),
        .sometimes("since", .time), .sometimes("described", promise), .sometimes("attention", failure),
        .always("reasons", .list(.named("Reason"))),
    ])

    private static let promise = Schema.object([
        .always("idempotent", .boolean), .sometimes("key_lifetime", .text), .always("lookup", .boolean),
        .sometimes("absent_after", .text), .always("bundles", .boolean),
    ])

    private static let destination = Schema.object([
        .always("name", .text), .always("provider", .text), .always("last_four", .text),
        .always("cooling_off", .text), .sometimes("since", .time), .sometimes("usable_from", .time),
        .always("usable", .boolean), .sometimes("source", .text),
    ])

    private static let evidence = Schema.object([
        .always("evidence", .text), .always("provider_says", .choice(WalletAPI.Evidence.findings)),
        .always("asked_at", .time), .sometimes("message", .text), .sometimes("reference", .text),
    ])

    private static let resolveRequest = Schema.object([
        .sometimes("as", .choice(Resolution.Outcome.allCases.map(\.rawValue))), .sometimes("evidence", .text),
        .sometimes("comment", .text), .sometimes("unverified", .boolean),
    ])

    private static let posting = Schema.object([
        .always("cashout", .text), .always("at", .time), .always("account", .choice(WalletAPI.Posting.accounts)),
        .sometimes("name", .text), .always("amount", amount),
    ])
}
