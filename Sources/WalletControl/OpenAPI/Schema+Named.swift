import WalletAPI
import WalletCore

extension Schema {
    /// The schemas that others refer to, by the name of their type.
    static let named: [String: Schema] = [
        "Alert": alert, "Amount": amount, "Backup": backup, "BackupRequest": backupRequest, "Event": event,
        "HistoryEntry": historyEntry, "Holding": holding,
        "Problem": problem, "Reason": reason, "RecordRequest": recordRequest, "Reload": reload, "Rule": rule,
        "Source": source, "Status": status,
    ].merging(namedOfCashOuts) { named, _ in named }

    private static let amount = Schema.object([.always("amount", .text), .always("asset", .text)])

    private static let config = Schema.object([.always("path", .text), .always("sha256", .text)])

    private static let severity = Schema.choice(Severity.allCases.map(\.rawValue))

    private static let status = Schema.object([
        .always("version", .text), .always("started", .time), .always("config", config), .always("schema", .count),
        .always("paused", .boolean), .always("state", .choice(OverallState.allCases.map(\.rawValue))),
        .always("sources", .map(.count)), .always("alerts", .map(.count)),
        .always("cashouts", .map(.count)), .sometimes("stops", .list(.named("Reason"))),
        .sometimes("rate_failures", .map(failure)), .sometimes("next_poll", .time),
    ])

    private static let source = Schema.object([
        .always("name", .text), .always("adapter", .text),
        .always("state", .choice(SourceState.allCases.map(\.rawValue))), .sometimes("last_success", .time),
        .sometimes("last_failure", failure), .always("consecutive_failures", .count), .sometimes("next_poll", .time),
        .sometimes("quota", quota),
    ])

    static let failure = Schema.object([
        .always("at", .time), .always("reason", .choice(PortFailure.Reason.allCases.map(\.rawValue))),
        .always("message", .text),
    ])

    private static let quota = Schema.object([
        .always("limit", .count), .always("window", .text), .always("left", .count),
    ])

    private static let holding = Schema.object([
        .always("source", .text), .always("account", .text), .always("asset", .text),
        .sometimes("asset_name", .text), .always("kind", .choice(BalanceKind.allCases.map(\.rawValue))),
        .always("available", .named("Amount")),
        .sometimes("total", .named("Amount")), .sometimes("as_of", .time), .sometimes("read_at", .time),
        .sometimes("changed_at", .time), .always("freshness", .choice(["fresh", "stale", "unknown"])),
        .always("withdrawal", .choice(Withdrawal.allCases.map(\.rawValue))), .sometimes("lots", .list(lot)),
    ])

    private static let lot = Schema.object([.always("amount", .named("Amount")), .always("expires", .day)])

    private static let historyEntry = Schema.object([
        .always("at", .time), .sometimes("until", .time), .sometimes("available", .named("Amount")),
        .sometimes("total", .named("Amount")), .sometimes("gap", .text),
    ])

    private static let alert = Schema.object([
        .sometimes("id", .text), .always("rule", .text), .always("state", .choice(AlertPhase.allCases.map(\.rawValue))),
        .always("severity", severity), .always("source", .text), .sometimes("account", .text),
        .sometimes("asset", .text), .sometimes("since", .time), .sometimes("value", .named("Amount")),
        .sometimes("limit", .named("Amount")), .sometimes("message", .text), .always("acknowledged", .boolean),
        .sometimes("acknowledged_by", .text), .always("silenced", .boolean), .always("frozen", .boolean),
    ])

    private static let rule = Schema.object([
        .always("name", .text), .always("type", .choice(["alert", "cashout"])),
        .always(
            "decision",
            .choice(RuleDecision.Word.allCases.map(\.rawValue) + CashOutDecision.Word.allCases.map(\.rawValue))),
        .sometimes("condition", .text), .sometimes("since", .time), .always("reasons", .list(.named("Reason"))),
        .sometimes("mode", .choice(CashOutMode.allCases.map(\.rawValue))),
        .sometimes("left_out", .list(.named("Reason"))), .sometimes("plans", .list(.named("Plan"))),
        .sometimes("revision", .text), .sometimes("consent", .named("Consent")),
        .sometimes("terms", .named("CashOutTerms")),
    ])

    private static let reason = Schema.object([
        .always("code", .choice(reasonCodes)), .always("message", .text),
        .sometimes("source", .text), .sometimes("account", .text), .sometimes("asset", .text),
        .sometimes("value", .text), .sometimes("limit", .text), .sometimes("since", .time),
        .sometimes("clears_when", .text),
    ])

    /// Each once.
    private static let reasonCodes =
        RuleReason.Code.allCases.map(\.rawValue)
        + CashOutReason.Code.allCases.map(\.rawValue).filter { RuleReason.Code(rawValue: $0) == nil }

    private static let event = Schema.object([
        .always("seq", .count), .always("type", .choice(EventType.allCases.map(\.rawValue))), .always("at", .time),
        .always("severity", severity), .always("message", .text), .sometimes("rule", .text),
        .sometimes("source", .text), .sometimes("account", .text), .sometimes("asset", .text),
        .sometimes("amount", .named("Amount")), .sometimes("limit", .named("Amount")), .sometimes("cashout", .text),
        .sometimes("provider", .text), .sometimes("reason", .text),
    ])

    private static let backup = Schema.object([.always("path", .text), .always("bytes", .count)])

    private static let backupRequest = Schema.object([.sometimes("name", .text)])

    private static let reload = Schema.object([.always("config", config), .always("warnings", .list(.text))])

    private static let recordRequest = Schema.object([.always("amount", .named("Amount")), .sometimes("expires", .day)])

    private static let problem = Schema.object([
        .always("type", .choice(ProblemCode.allCases.map(\.urn))), .always("title", .text),
        .always("status", .integer(400...599)), .always("detail", .text), .sometimes("hint", .text),
        .sometimes("faults", .list(.text)),
        .sometimes("reasons", .list(.named("Reason"))), .sometimes("retry_at", .time),
    ])
}
