/// Whether value may leave one holding.
extension CashOutCase {
    /// All that keeps the holding out, for whom it is decided; `claimed` names the rule that took it in this round.
    func reasons(keepingOut standing: HoldingStanding, claimed: String?) -> [CashOutReason] {
        var reasons: [CashOutReason] = []
        reasons.add(debt(standing))
        reasons.add(notWithdrawable(standing))
        reasons.add(unproved(standing))
        reasons.add(stale(standing))
        reasons.add(taken(standing))
        reasons.add(claimed.map { Self.claimed(standing, by: $0) })
        reasons.add(held(standing))
        reasons.add(notConfirmed(standing))
        for index in reasons.indices { reasons[index].subject = standing.id }
        return counting(reasons)
    }

    private func debt(_ standing: HoldingStanding) -> CashOutReason? {
        guard standing.isDebt else { return nil }
        let message =
            standing.holding.kind == .carrierBilling
            ? "\(standing.id.name) is debt: \(standing.available) will be on a bill."
            : "\(standing.id.name) is overdrawn: \(standing.available)."
        var reason = CashOutReason(.debt, message)
        reason.value = standing.available.description
        reason.since = standing.holding.changedAt
        reason.clearsWhen = standing.holding.kind == .carrierBilling ? "never" : "its balance is above zero"
        return reason
    }

    private func notWithdrawable(_ standing: HoldingStanding) -> CashOutReason? {
        switch standing.withdrawal {
        case .direct, .partner, .voucher: return nil
        case .none:
            var reason = CashOutReason(.notWithdrawable, "Nothing can be withdrawn from \(standing.id.source).")
            reason.value = standing.withdrawal.rawValue
            reason.clearsWhen = "withdrawal of \(standing.id.source) says how"
            return reason
        }
    }

    private func unproved(_ standing: HoldingStanding) -> CashOutReason? {
        guard standing.holding.standing == .doubted else { return nil }
        var reason = CashOutReason(.dropUnconfirmed, "A sudden drop of \(standing.id.name) is unconfirmed.")
        reason.clearsWhen = "\(standing.id.source) is read successfully"
        return reason
    }

    private func stale(_ standing: HoldingStanding) -> CashOutReason? {
        let holding = standing.holding
        let until = holding.freshUntil(staleAfter: standing.staleAfter)
        var reason: CashOutReason
        if holding.standing == .unlisted {
            reason = CashOutReason(.staleBalance, "The balance of \(standing.id.name) is unknown.")
            reason.since = holding.readAt
        } else if !((holding.observedAt - standing.staleAfter)..<until).contains(now) {
            let age = (now - holding.observedAt).wording
            reason = CashOutReason(.staleBalance, "The balance of \(standing.id.name) is stale: it is \(age) old.")
            reason.value = age
            reason.limit = standing.staleAfter.wording
            reason.since = until
        } else if let failure = standing.failure {
            reason = CashOutReason(
                .staleBalance, "The last read of \(standing.id.source) failed (\(failure.reason.rawValue)).")
            reason.since = failure.at
        } else {
            return nil
        }
        reason.clearsWhen = "\(standing.id.source) is read successfully"
        return reason
    }

    private func taken(_ standing: HoldingStanding) -> CashOutReason? {
        guard let open = standing.open, open.id != cashOut?.id else { return nil }
        var reason: CashOutReason
        switch open.phase {
        case .awaitingApproval:
            reason = CashOutReason(
                .awaitingApproval, "The cash-out \(open.id) of \(standing.id.name) waits for approval.")
            reason.clearsWhen = "it is approved and ends, or is rejected"
        case .underWay:
            reason = CashOutReason(.inFlight, "The cash-out \(open.id) of \(standing.id.name) is under way.")
            reason.clearsWhen = "it has ended and the balance was read twice"
        }
        reason.value = open.id
        reason.since = open.since
        return reason
    }

    private static func claimed(_ standing: HoldingStanding, by rule: String) -> CashOutReason {
        var reason = CashOutReason(.inFlight, "The rule \(rule) takes \(standing.id.name) now.")
        reason.value = rule
        reason.clearsWhen = "its cash-out has ended"
        return reason
    }

    private func held(_ standing: HoldingStanding) -> CashOutReason? {
        guard let hold = standing.hold, hold.cashOut != cashOut?.id else { return nil }
        var reason: CashOutReason
        switch hold.standing {
        case .free: return nil
        case .awaiting(let count):
            reason = CashOutReason(
                .inFlight, "\(standing.id.name) has not been read \(Hold.readingsWanted) times since its last cash-out."
            )
            reason.value = "\(Hold.readingsWanted - count)"
            reason.limit = "\(Hold.readingsWanted)"
            reason.clearsWhen = "\(standing.id.source) is read successfully \(count == 1 ? "once" : "twice") more"
        case .lagging(let latest):
            reason = CashOutReason(
                .balanceLags,
                "\(standing.id.name) still has \(latest), though \(hold.taken) of \(hold.before) were paid out.")
            reason.value = latest.description
            reason.limit = hold.before.description
            reason.clearsWhen = "its balance has dropped, or `walletctl cashout release \(hold.cashOut)` is run"
        }
        reason.since = hold.ended
        return reason
    }

    private func notConfirmed(_ standing: HoldingStanding) -> CashOutReason? {
        guard let rule, standing.holding.standing != .recorded else { return nil }
        let confirmation = self.standing.confirmations[standing.id] ?? Confirmation()
        guard !confirmation.meets(rule.confirm) else { return nil }
        var reason = CashOutReason(
            .notConfirmed,
            "\(confirmation.count) of \(rule.confirm) readings in a row say of \(standing.id.name) that it is time.")
        reason.value = String(confirmation.count)
        reason.limit = String(rule.confirm)
        reason.since = confirmation.since
        let missing = rule.confirm - confirmation.count
        reason.clearsWhen =
            "\(standing.id.source) is read successfully \(missing == 1 ? "once more" : "\(missing) more times")"
        return reason
    }
}

extension [CashOutReason] {
    fileprivate mutating func add(_ reason: CashOutReason?) {
        if let reason { append(reason) }
    }
}

extension HoldingStanding {
    /// Charges to come, or less than nothing.
    var isDebt: Bool { holding.kind == .carrierBilling || available.isNegative }

    /// Whether its balance is one that can be reckoned with, however old: with its minus sign where it is overdrawn.
    var isKnown: Bool { holding.standing != .unlisted && holding.kind != .carrierBilling }

    /// Gives nothing, and is taken off what others have.
    var isOverdrawn: Bool { isKnown && available.isNegative }
}
