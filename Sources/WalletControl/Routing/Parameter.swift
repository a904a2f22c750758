import WalletAPI
import WalletCore
import WalletEngine

/// One parameter that a route takes in its query.
struct Parameter: Sendable {
    let name: QueryName
    let summary: String
    let schema: Schema
    let occurrence: Occurrence

    enum Occurrence: Sendable {
        case once
        /// May be given several times: any of the values will do.
        case repeated
    }

    init(_ name: QueryName, _ schema: Schema, _ summary: String, _ occurrence: Occurrence = .once) {
        self.name = name
        self.schema = schema
        self.occurrence = occurrence
        self.summary = summary
    }
}

extension Parameter {
    static let limit = Parameter(
        .limit, .integer(1...PageLimit.most), "How many items a page holds at most; \(PageLimit.usual) without it.")
    static let cursor = Parameter(.cursor, .text, "The `next` of the page before.")
    static let source = Parameter(.source, .text, "Only of these sources: a name or a glob.", .repeated)
    static let account = Parameter(.account, .text, "Only of these accounts: a name or a glob.", .repeated)
    static let asset = Parameter(.asset, .text, "Only of these assets: a name or a glob.", .repeated)
    static let kind = Parameter(.kind, .text, "Only of these kinds: a name or a glob.", .repeated)
    static let holding = Parameter(
        .holding, .text, "Only SOURCE, SOURCE/ACCOUNT or SOURCE/ACCOUNT/ASSET, each a name or a glob.", .repeated)
    static let unlisted = Parameter(
        .all, .boolean, "Also holdings that have been zero or unknown for long, and those of removed sources.")
    static let inactive = Parameter(.all, .boolean, "Also what is watched and neither pending nor firing.")
    static let since = Parameter(.since, .text, "From then on: a time (RFC 3339), a day, or a duration before now.")
    static let until = Parameter(.until, .text, "Up to then: a time (RFC 3339), a day, or a duration before now.")
    static let step = Parameter(.step, .text, "A duration: one value for each such step, in place of the changes.")
    static let state = Parameter(
        .state, .choice(AlertPhase.allCases.map(\.rawValue)), "Only alerts in one of these states.", .repeated)
    static let cashOutState = Parameter(
        .state, .choice(WalletCore.CashOut.State.Name.allCases.map(\.rawValue)),
        "Only cash-outs in one of these states.",
        .repeated)
    static let over = Parameter(.all, .boolean, "False leaves out the cash-outs that are over.")
    static let idPrefix = Parameter(.id, .text, "Only cash-outs whose id begins so, by id.")
    static let rule = Parameter(.rule, .text, "Only of this rule.")
    static let at = Parameter(
        .at, .text,
        "What a cash-out rule decided then, or an alert rule had announced: a time (RFC 3339), a day, or a duration "
            + "before now.")
    static let ruleType = Parameter(
        .type, .choice(RuleType.allCases.map(\.rawValue)),
        "Which one, where an alert and a cash-out rule have the same name; the cash-out's without it.")
    static let after = Parameter(.after, .count, "Only events with a higher number.")
    static let type = Parameter(.type, .text, "Only events of these types: a name or a glob.", .repeated)
}
