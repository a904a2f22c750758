import WalletAPI
import WalletCore
import WalletEngine

extension Rule {
    init(_ report: RuleReport) {
        self.init(
            name: report.rule.name, type: "alert", decision: report.decision.word.rawValue,
            since: report.decision.since?.description, reasons: report.decision.reasons.map { Reason($0) })
        condition = report.rule.words
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
