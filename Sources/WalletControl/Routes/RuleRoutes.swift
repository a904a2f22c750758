import Hummingbird
import WalletAPI
import WalletCore
import WalletEngine

struct RuleRoutes {
    let daemon: ControlledDaemon

    var routes: [Route] {
        [
            Route(
                .get, .rules,
                RouteDescription(
                    "Every alert and cash-out rule with its current decision, in name order.",
                    answer: .init(schema: .page(of: "Rule"))
                ).taking(.limit, .cursor), handle: list),
            Route(
                .get, .rule,
                RouteDescription(
                    "One rule with its current decision and all its reasons, or with those of another time.",
                    answer: .init(schema: .named("Rule"))
                ).taking(.at, .ruleType).refusing(.notFound), handle: show),
            Route(
                .post, .confirm,
                RouteDescription(
                    "Stand behind a cash-out rule, its destination and its provider as they were seen.",
                    answer: .init(schema: .named("Rule"))
                ).reading(.named("ConfirmRequest")).refusing(.notFound, .changed), handle: confirm),
            Route(
                .get, .plan,
                RouteDescription(
                    "What the cash-out rules would move now, and what holds it.",
                    answer: .init(schema: .page(of: "Plan"))
                ).taking(.rule, .limit, .cursor).refusing(.notFound), handle: plan),
        ]
    }

    private func list(_ call: Call) async throws -> Response {
        let page = try call.query.page()
        let last = page.after.map(RulePlace.init(text:))
        let alerts = try await daemon.questions.rules(PageRequest(limit: page.limit, after: last?.name))
        let cashOuts = try await daemon.questions.cashOutRules().map { Rule($0) }
            .filter { rule in last.map { $0 < RulePlace(rule) } ?? true }
        let found = (alerts.items.map { Rule($0) } + cashOuts).sorted { RulePlace($0) < RulePlace($1) }
        let shown = Array(found.prefix(page.limit))
        let isLast = shown.count == found.count && alerts.next == nil
        let next = isLast ? nil : shown.last.map { Cursor.text(RulePlace($0).text) }
        return try Response(json: Page(items: shown, next: next))
    }

    /// Of two rules with one name it is that of the cash-out, unless the other is asked for: it moves value.
    private func show(_ call: Call) async throws -> Response {
        let name = call.segments[0]
        let type = try call.query.one(.type).map { text throws(Problem) in try RuleType(named: text) }
        if let instant = try call.query.instant(.at, now: daemon.now()) {
            return try Response(json: try await past(name, type, at: instant))
        }
        switch type {
        case .alert: return try Response(json: Rule(try await daemon.questions.rule(name)))
        case .cashout: return try Response(json: try await cashOut(name))
        case nil:
            if let report = try await daemon.questions.cashOutRule(name) { return try Response(json: Rule(report)) }
            return try Response(json: Rule(try await daemon.questions.rule(name)))
        }
    }

    private func cashOut(_ name: String) async throws -> Rule {
        guard let report = try await daemon.questions.cashOutRule(name) else {
            throw EngineError.unknownCashOutRule(name)
        }
        return Rule(report)
    }

    private func past(_ name: String, _ type: RuleType?, at instant: Timestamp) async throws -> Rule {
        if type != .alert, let report = try await daemon.questions.cashOutRule(name, at: instant) {
            return Rule(report)
        }
        let isCashOut = try await daemon.questions.cashOutRule(name) != nil
        if type == .cashout, !isCashOut { throw EngineError.unknownCashOutRule(name) }
        if type == .alert || !isCashOut, let report = try await daemon.questions.rule(name, at: instant) {
            return Rule(report)
        }
        throw undecided(name, at: instant)
    }

    private func undecided(_ name: String, at instant: Timestamp) -> Problem {
        Problem(.notFound, "nothing had been decided about \(name) at \(instant)")
    }

    private func confirm(_ call: Call) async throws -> Response {
        let request = try call.content(ConfirmRequest.self)
        let name = call.segments[0]
        try await daemon.commands.confirm(name, revision: request.revision, by: call.peer.name)
        return try Response(json: try await cashOut(name))
    }

    private func plan(_ call: Call) async throws -> Response {
        let page = try call.query.page()
        let plans = try await daemon.questions.plans(of: call.query.one(.rule)).map { Plan($0) }
        return try Response(json: NumberedList(plans).page(page))
    }
}

/// Where a rule stands in the list: an alert and a cash-out rule may have the same name.
private struct RulePlace: Comparable {
    let name: String
    let type: String

    init(_ rule: Rule) {
        name = rule.name
        type = rule.type
    }

    /// Of a cursor. No rule's name has a slash.
    init(text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        name = parts[0]
        type = parts.count > 1 ? parts[1] : ""
    }

    var text: String { "\(name)/\(type)" }

    static func < (one: RulePlace, other: RulePlace) -> Bool { (one.name, one.type) < (other.name, other.type) }
}
