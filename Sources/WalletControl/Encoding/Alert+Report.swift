import WalletAPI
import WalletCore
import WalletEngine

extension Alert {
    init(_ report: AlertReport) {
        let phase: AlertPhase
        let start: Timestamp?
        switch report.state {
        case .inactive: (phase, start) = (report.resolvedAt == nil ? .inactive : .resolved, report.resolvedAt)
        case .pending(let pending): (phase, start) = (.pending, pending.since)
        case .firing(let firing): (phase, start) = (.firing, firing.since)
        }
        self.init(report.rule, on: report.subject, phase, since: start)
        value = report.value.map { Amount($0) }
        limit = report.limit.map { Amount($0) }
        message = report.message
        frozen = report.isFrozen
        guard case .firing(let firing) = report.state else { return }
        id = firing.id
        acknowledged = firing.acknowledgedBy != nil
        acknowledgedBy = firing.acknowledgedBy
    }

    /// What is watched and quiet, and why.
    init(quiet rule: AlertRule, on subject: AlertSubject, because reason: RuleReason) {
        self.init(rule, on: subject, .inactive, since: nil)
        message = reason.message
        limit = rule.condition.limit.map { Amount($0) }
        frozen = reason.code.isOfFrozen
    }

    private init(_ rule: AlertRule, on subject: AlertSubject, _ phase: AlertPhase, since: Timestamp?) {
        self.init(
            rule: rule.name, state: phase.rawValue, severity: rule.severity.rawValue, source: subject.source,
            since: since?.description)
        account = subject.holding?.account
        asset = subject.holding?.asset
    }
}

extension RuleReason.Code {
    fileprivate var isOfFrozen: Bool {
        switch self {
        case .stale, .unknown, .dropUnconfirmed, .awaitingReading, .awaitingTry: true
        case .firing, .acknowledged, .counting, .holds, .notMet, .tooSmall, .noMatch: false
        }
    }
}
