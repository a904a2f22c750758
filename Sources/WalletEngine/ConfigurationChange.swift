import WalletCore
import WalletStore

/// Puts a configuration in force inside one transaction: sources, schedule, and what the edit means for every alert.
struct ConfigurationChange {
    let configuration: ActiveConfiguration
    let look: Timekeeper.Look
    let runStarted: Timestamp
    let chance: Chance

    /// Answers when each polled source is read next.
    func apply(in transaction: WriteTransaction) throws(StoreError) -> [String: Timestamp] {
        let changes = try transaction.configure(configuration.configuration.sources.map(ConfiguredSource.init))
        try carryOver(in: transaction)
        try transaction.replaceRules(
            configuration.configuration.rules.map {
                StoredRule(name: $0.name, identity: $0.identity, severity: $0.severity)
            })
        try evaluateAnew(in: transaction)
        return try schedule(edited: Set(changes.edited), in: transaction)
    }

    /// Ends the alerts of rules that went or changed.
    private func carryOver(in transaction: WriteTransaction) throws(StoreError) {
        for rule in try transaction.rules() {
            for alert in try transaction.alerts(ofRule: rule.name) {
                try carryOver(alert, of: rule, in: transaction)
            }
        }
    }

    private func carryOver(
        _ alert: StoredAlert, of before: StoredRule, in transaction: WriteTransaction
    ) throws(StoreError) {
        let facts = try configuration.facts(of: alert.key.subject, runStarted: runStarted, in: transaction)
        let edit = RuleEdit(
            from: before.identity, to: configuration.rule(before.name), on: facts, now: look.now)
        let outcome = alert.state.carried(over: edit)
        guard outcome.state != alert.state || edit != .unchanged else { return }
        try transaction.save(StoredAlert(key: alert.key, state: outcome.state, due: nil))
        let event = event(of: outcome, key: alert.key, severity: before.severity)
        if let event { _ = try transaction.append([event]) }
    }

    private func event(of outcome: AlertOutcome, key: AlertKey, severity: Severity) -> EventDraft? {
        switch outcome.announcement {
        case .superseded: .superseded(key, severity: severity, at: look.now)
        case .withdrawn(_, let reason): .withdrawn(key, because: reason, severity: severity, at: look.now)
        case .fired, .repeated, .resolved, nil: nil
        }
    }

    /// New and edited rules speak at once where the value is fresh; kept states are counted from the start of the run.
    private func evaluateAnew(in transaction: WriteTransaction) throws(StoreError) {
        let evaluation = AlertEvaluation(
            configuration: configuration, moment: look.moment(.time), newID: chance.identifier)
        for source in configuration.configuration.sources {
            let name = source.settings.name
            guard !configuration.rules(onSource: name).isEmpty else { continue }
            let subjects = try configuration.subjects(ofSource: name, runStarted: runStarted, in: transaction)
            try evaluation.run(on: subjects, source: name, in: transaction)
        }
    }

    private func schedule(
        edited: Set<String>, in transaction: WriteTransaction
    ) throws(StoreError) -> [String: Timestamp] {
        var schedule: [String: Timestamp] = [:]
        for var stored in try transaction.sources() {
            guard let watched = configuration.source(stored.name), watched.adapter != nil else { continue }
            if edited.contains(stored.name) {
                stored.health.release()
                stored.nextPoll = nil
            }
            let next = nextPoll(of: stored)
            schedule[stored.name] = next
            guard edited.contains(stored.name) || stored.nextPoll != next else { continue }
            stored.nextPoll = next
            try transaction.save(stored)
        }
        return schedule
    }

    private func nextPoll(of stored: StoredSource) -> Timestamp? {
        guard stored.health.pausedAt == nil, !stored.health.needsAttention else { return nil }
        guard let kept = stored.nextPoll, let lastPoll = stored.lastAttempt else {
            return PollSchedule.firstDue(at: look.now, randomness: chance.bits())
        }
        return PollSchedule.resumedDue(kept, lastPoll: lastPoll, at: look.now, randomness: chance.bits())
    }
}

extension ConfiguredSource {
    fileprivate init(_ watched: WatchedSource) {
        self.init(
            name: watched.settings.name, adapter: watched.settings.adapter, fingerprint: watched.fingerprint)
    }
}
