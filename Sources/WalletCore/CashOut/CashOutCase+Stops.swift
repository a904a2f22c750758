/// What stops all cash-outs.
extension CashOutCase {
    var stopReasons: [CashOutReason] { facts.stops.map { $0.reason(at: now) } }
}

extension CashOutStop {
    /// For a person who asks why nothing is paid out.
    package func reason(at now: Timestamp) -> CashOutReason {
        switch self {
        case .paused(let person, let at):
            Self.reason(
                .paused, "Cash-outs are stopped: \(person) paused them.", at,
                "an operator runs `walletctl cashout resume`")
        case .unsound(let cause, let since):
            Self.reason(.paused, "Cash-outs wait: \(cause).", since, "the database is known to be sound")
        case .clock(let doubt, let since):
            doubt.reason(at: now, since: since)
        case .historyWentBack(let since):
            Self.reason(
                .historyWentBack, "The database is older than it was: what was sent since is not known.", since,
                "an operator runs `walletctl cashout resume --accept-history`")
        }
    }

    fileprivate static func reason(
        _ code: CashOutReason.Code, _ message: String, _ since: Timestamp, _ clearsWhen: String
    ) -> CashOutReason {
        var reason = CashOutReason(code, message)
        reason.since = since
        reason.clearsWhen = clearsWhen
        return reason
    }
}

extension CashOutStop.ClockDoubt {
    fileprivate func reason(at now: Timestamp, since: Timestamp) -> CashOutReason {
        switch self {
        case .behind(let latest):
            var reason = CashOutStop.reason(
                .clock, "The clock is behind what it once was: \(now), not \(latest).", since,
                "the time is \(latest), or an operator runs `walletctl cashout resume`")
            reason.value = now.description
            reason.limit = latest.description
            return reason
        case .forward(let step):
            var reason = CashOutStop.reason(
                .clock, "The clock went forward by \(step.wording).", since,
                "an operator runs `walletctl cashout resume`")
            reason.value = step.wording
            return reason
        }
    }
}
