import WalletAPI
import WalletCore
import WalletEngine

/// Everything that any rule watches, also what is quiet, and what was resolved.
struct WatchList {
    private typealias Entry = (key: String, alert: Alert)

    private let alerts: [Entry]

    init(_ questions: Questions, phases: Set<AlertPhase>) async throws {
        var alerts: [Entry] = phases.contains(.inactive) ? Self.quiet(try await questions.rules()) : []
        if phases.contains(.resolved) {
            // A quiet one that fired before is told once, with its end.
            let resolved = try await questions.resolvedAlerts().map { (Self.key($0.rule, $0.subject), Alert($0)) }
            let known = Set(resolved.map(\.0))
            alerts = alerts.filter { !known.contains($0.key) } + resolved
        }
        var page = PageRequest(limit: PageRequest.limitMax)
        repeat {
            let found = try await questions.alerts(
                firing: phases.contains(.firing), pending: phases.contains(.pending), page: page)
            alerts += found.items.map { (Self.key($0.rule, $0.subject), Alert($0)) }
            page.after = found.next
        } while page.after != nil
        self.alerts = alerts.sorted { $0.key < $1.key }
    }

    func page(_ page: PageRequest) -> Page<Alert> {
        ListByName(alerts, name: \.key).page(page, as: \.alert)
    }

    private static func quiet(_ rules: [RuleReport]) -> [Entry] {
        rules.flatMap { report -> [Entry] in
            let active = Set(report.decision.reasons.filter { $0.code.isOfActive }.compactMap(\.subject))
            return report.decision.reasons.compactMap { reason -> (key: String, alert: Alert)? in
                guard let subject = reason.subject, !active.contains(subject), reason.code != .tooSmall else {
                    return nil
                }
                return (key(report.rule, subject), Alert(quiet: report.rule, on: subject, because: reason))
            }
        }
    }

    private static func key(_ rule: AlertRule, _ subject: AlertSubject) -> String {
        "\(rule.name)/\(subject.source)/\(subject.account)/\(subject.asset)"
    }
}

extension RuleReason.Code {
    fileprivate var isOfActive: Bool {
        switch self {
        case .firing, .acknowledged, .counting: true
        case .holds, .notMet, .stale, .unknown, .dropUnconfirmed, .awaitingReading, .awaitingTry, .tooSmall, .noMatch:
            false
        }
    }
}
