extension EventDraft {
    package static func started(version: String, at now: Timestamp) -> EventDraft {
        EventDraft(.daemonStarted, at: now, message: "walletd \(version) started.")
    }

    package static func stopping(at now: Timestamp) -> EventDraft {
        EventDraft(.daemonStopping, at: now, message: "walletd is stopping.")
    }

    /// `step` is positive where the clock was set forward.
    package static func clockStep(by step: Duration, at now: Timestamp) -> EventDraft {
        let direction = step < .zero ? "back" : "forward"
        return EventDraft(
            .daemonClockStep, at: now, severity: .warning,
            message: "The clock was set \(direction) by \(step.wording).")
    }

    /// Nothing can be stored; `cause` says why in words, `reason` as a code.
    package static func degraded(cause: String, reason: String, at now: Timestamp) -> EventDraft {
        let ending = cause.hasSuffix(".") ? "" : "."
        var event = EventDraft(
            .daemonDegraded, at: now, severity: .critical,
            message: "walletd cannot store anything: \(cause)\(ending) It goes on reading its sources and tries again.")
        event.reason = reason
        return event
    }

    /// Nothing can be sent, as the file beside the database cannot be written; `cause` and `reason` as above.
    package static func keptBack(cause: String, reason: String, at now: Timestamp) -> EventDraft {
        var event = EventDraft(
            .daemonDegraded, at: now, severity: .critical,
            message: "walletd sends no money: \(cause) It goes on watching and tries again.")
        event.reason = reason
        return event
    }

    /// The database ends at event `found`, though `expected` was once written. Both are the same where it is a copy of
    /// which only the generation tells that it was not used last.
    package static func historyWentBack(found: Int64, expected: Int64, at now: Timestamp) -> EventDraft {
        let finding =
            found < expected
            ? "The database is an older copy, as after restoring a backup: it ends at event \(found), "
                + "but \(expected) had been written."
            : "The database is a copy that was put back, or another one: it ends at event \(found), "
                + "and what walletd wrote last is not in it."
        return EventDraft(
            .daemonHistoryWentBack, at: now, severity: .critical,
            message: """
                \(finding) What was paid out since is not known: nothing is sent until an operator runs \
                `walletctl cashout resume --accept-history`.
                """)
    }

    package static func configurationLoaded(_ file: String, at now: Timestamp) -> EventDraft {
        EventDraft(.configLoaded, at: now, message: "The configuration \(file) is in force.")
    }

    /// `faults` are whole lines, each with its place; the first is told.
    package static func configurationRejected(_ file: String, faults: [String], at now: Timestamp) -> EventDraft {
        let first = faults.first.map { ": \($0)" } ?? ""
        let rest = faults.count > 1 ? " (and \(faults.count - 1) more)" : ""
        return EventDraft(
            .configRejected, at: now, severity: .warning,
            message: "The configuration \(file) was rejected, the one in force stays\(first)\(rest).")
    }
}
