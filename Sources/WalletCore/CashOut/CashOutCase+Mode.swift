/// How far the rule may go by itself, and when it may go again.
extension CashOutCase {
    var modeReasons: [CashOutReason] {
        guard let rule else { return [] }
        return [dryRun(rule), unapproved(rule), consent(rule), coolingDown(rule), declined(rule), backoff]
            .compactMap(\.self)
    }

    private func dryRun(_ rule: CashOutRule) -> CashOutReason? {
        switch rule.mode {
        case .ask, .auto: return nil
        case .dryRun:
            var reason = CashOutReason(.dryRun, "The rule \(rule.name) only says what it would do.")
            reason.value = rule.mode.rawValue
            reason.clearsWhen = "its mode is \"ask\" or \"auto\""
            return reason
        }
    }

    /// Planned when the rule still went by itself.
    private func unapproved(_ rule: CashOutRule) -> CashOutReason? {
        guard rule.mode == .ask, cashOut?.approval == .rule else { return nil }
        var reason = CashOutReason(
            .awaitingApproval, "The rule \(rule.name) asks a person by now, and nobody approved this.")
        reason.value = rule.mode.rawValue
        reason.clearsWhen = "it is planned again and approved"
        return reason
    }

    private func consent(_ rule: CashOutRule) -> CashOutReason? {
        var reason: CashOutReason
        switch standing.consent {
        case .given: return nil
        case .missing:
            reason = CashOutReason(.needsConfirm, "Nobody has confirmed the rule \(rule.name) yet.")
        case .outdated(let since):
            reason = CashOutReason(
                .needsConfirm, "The rule \(rule.name), its destination or its provider changed since it was confirmed.")
            reason.since = since
        case .taken(let cause, let at):
            reason = CashOutReason(.needsConfirm, "The rule \(rule.name) must be confirmed again: \(cause).")
            reason.since = at
        }
        reason.clearsWhen = "an operator runs `walletctl confirm \(rule.name)`"
        return reason
    }

    /// What entered `sending` before, and surely did not go, does not cool down after itself.
    private func coolingDown(_ rule: CashOutRule) -> CashOutReason? {
        let isRetry = cashOut?.state.dispatch.map { $0.runs > 0 } ?? false
        guard !isRetry, let cooldown = rule.cooldown, let sent = standing.lastSent, now < sent + cooldown else {
            return nil
        }
        let passed = (now - sent).wording
        var reason = CashOutReason(
            .coolingDown, "The last cash-out was sent \(passed) ago, less than \(cooldown.wording).")
        reason.value = passed
        reason.limit = cooldown.wording
        reason.since = sent
        reason.clearsWhen = "it is \(sent + cooldown)"
        return reason
    }

    /// What a person has turned down is not proposed again at once. One that was proposed before can still be approved.
    private func declined(_ rule: CashOutRule) -> CashOutReason? {
        guard cashOut == nil, let declines = standing.declines, declines.inARow > 0, now < declines.until else {
            return nil
        }
        let count = declines.inARow
        var reason = CashOutReason(
            .coolingDown,
            count == 1 ? "A person turned down its last plan." : "Persons turned down its last \(count) plans.")
        reason.value = (now - declines.last).wording
        reason.limit = (declines.until - declines.last).wording
        reason.since = declines.last
        reason.clearsWhen = "it is \(declines.until), or an operator runs `walletctl confirm \(rule.name)`"
        return reason
    }

    private var backoff: CashOutReason? {
        guard let rejections = standing.rejections, rejections.inARow > 0, now < rejections.until else { return nil }
        let count = rejections.inARow
        let message = count == 1 ? "The last cash-out was rejected." : "The last \(count) cash-outs were rejected."
        var reason = CashOutReason(.backoff, message)
        reason.value = String(count)
        reason.since = rejections.last
        reason.clearsWhen = "it is \(rejections.until)"
        return reason
    }
}
