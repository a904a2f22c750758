import WalletAPI
import WalletCore
import WalletEngine

extension Rule {
    init(_ report: RuleReport) {
        self.init(
            name: report.rule.name, type: "alert", decision: report.decision.word.rawValue,
            since: report.decision.since?.description, reasons: report.decision.reasons.map(Reason.init))
        condition = report.rule.words
    }
}

extension Rule.Reason {
    fileprivate init(_ reason: RuleReason) {
        self.init(code: reason.code.rawValue, message: reason.message)
        source = reason.subject?.source
        account = reason.subject?.holding?.account
        asset = reason.subject?.holding?.asset
        value = reason.value
        limit = reason.limit
        since = reason.since?.description
        clearsWhen = reason.clearsWhen
    }
}

extension AlertRule {
    /// What the rule asks, e.g. `below 3000 KRW for 10m`.
    fileprivate var words: String {
        let asked =
            switch condition {
            case .threshold(let threshold): threshold.words
            case .idleFor(let time): "idle for \(time.text)"
            case .staleFor(let time): "stale for \(time.text)"
            }
        return sustained > .zero ? "\(asked) for \(sustained.text)" : asked
    }
}
