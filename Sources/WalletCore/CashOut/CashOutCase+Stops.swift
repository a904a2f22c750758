/// What stops all cash-outs.
extension CashOutCase {
    var stopReasons: [CashOutReason] { facts.stops.map(reason) }

    private func reason(_ stop: CashOutStop) -> CashOutReason {
        switch stop {
        case .paused(let person, let at):
            stopped(.paused, "Cash-outs are stopped: \(person) paused them.", at, "an operator resumes them")
        case .unsound(let cause, let since):
            stopped(.paused, "Cash-outs wait: \(cause).", since, "the database is known to be sound")
        case .clock(let doubt, let since):
            clock(doubt, since)
        case .historyWentBack(let since):
            stopped(
                .historyWentBack, "The database is older than it was: what was sent since is not known.", since,
                "an operator accepts the history")
        }
    }

    private func clock(_ doubt: CashOutStop.ClockDoubt, _ since: Timestamp) -> CashOutReason {
        switch doubt {
        case .behind(let latest):
            var reason = stopped(
                .clock, "The clock is behind what it once was: \(now), not \(latest).", since,
                "the time is \(latest), or an operator resumes")
            reason.value = now.description
            reason.limit = latest.description
            return reason
        case .forward(let step):
            var reason = stopped(
                .clock, "The clock went forward by \(step.wording).", since, "an operator resumes cash-outs")
            reason.value = step.wording
            return reason
        }
    }

    private func stopped(
        _ code: CashOutReason.Code, _ message: String, _ since: Timestamp, _ clearsWhen: String
    ) -> CashOutReason {
        var reason = CashOutReason(code, message)
        reason.since = since
        reason.clearsWhen = clearsWhen
        return reason
    }
}
