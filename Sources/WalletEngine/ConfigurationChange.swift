import WalletCore
import WalletStore

/// Puts a configuration in force inside one transaction: sources, schedule, and what the edit means for every alert.
struct ConfigurationChange {
    let before: ActiveConfiguration
    let after: ActiveConfiguration
    let look: Timekeeper.Look
    let chance: Chance
    let transaction: WriteTransaction

    /// Answers when polled sources that are new to this run, or were edited, are read next (`nil`: not by themselves);
    /// the schedule of the others goes on.
    func apply() throws(StoreError) -> [String: Timestamp?] {
        let changes = try transaction.configure(after.configuration.sources.map(ConfiguredSource.init))
        try carryOver()
        try transaction.replaceRules(after.configuration.rules.map(StoredRule.init))
        try evaluateAnew()
        return try schedule(edited: Set(changes.added + changes.edited))
    }

    /// Ends the alerts of rules that went or changed.
    private func carryOver() throws(StoreError) {
        for rule in try transaction.rules() {
            for alert in try transaction.alerts(ofRule: rule.name) { try carryOver(alert, of: rule) }
        }
    }

    private func carryOver(_ alert: StoredAlert, of rule: StoredRule) throws(StoreError) {
        let facts = try after.facts(of: alert.key.subject, at: look, in: transaction)
        let edit = RuleEdit(from: rule.identity, to: after.rule(rule.name), on: facts, now: look.now)
        guard edit != .unchanged else { return }
        let outcome = alert.state.carried(over: edit)
        try transaction.save(StoredAlert(key: alert.key, state: outcome.state, due: nil))
        guard let announcement = outcome.announcement else { return }
        if let event = event(of: announcement, key: alert.key, severity: rule.severity) {
            _ = try transaction.append([event])
        }
    }

    private func event(of announcement: AlertAnnouncement, key: AlertKey, severity: Severity) -> EventDraft? {
        var event: EventDraft
        switch announcement {
        case .superseded: event = .superseded(key, severity: severity, at: look.now)
        case .withdrawn(_, let reason): event = .withdrawn(key, because: reason, severity: severity, at: look.now)
        case .fired, .repeated, .resolved: return nil
        }
        event.isSilenced = announcement.isSilenced
        return event
    }

    /// New and edited rules speak at once where the value is fresh; kept states are counted from the start of the run.
    private func evaluateAnew() throws(StoreError) {
        let evaluation = AlertEvaluation(
            configuration: after, moment: look.moment(.time), newID: chance.identifier)
        for source in after.configuration.sources {
            let name = source.settings.name
            guard !after.rules(onSource: name).isEmpty else { continue }
            let subjects = try after.subjects(ofSource: name, at: look, in: transaction)
            try evaluation.run(on: subjects, source: name, in: transaction)
        }
    }

    private func schedule(edited: Set<String>) throws(StoreError) -> [String: Timestamp?] {
        var orders: [String: Timestamp?] = [:]
        for var stored in try transaction.sources() {
            guard let watched = after.source(stored.name), watched.adapter != nil else { continue }
            let isEdited = edited.contains(stored.name)
            guard isEdited || before.source(stored.name)?.settings.every != watched.settings.every else { continue }
            let kept = stored
            if isEdited {
                stored.health.release()
                stored.nextPoll = nil
            }
            let next = nextPoll(of: stored, settings: watched.settings)
            orders.updateValue(next, forKey: stored.name)
            stored.nextPoll = next ?? stored.nextPoll
            if stored != kept { try transaction.save(stored) }
        }
        return orders
    }

    private func nextPoll(of stored: StoredSource, settings: SourceSettings) -> Timestamp? {
        guard stored.health.pausedAt == nil, !stored.health.needsAttention else { return nil }
        guard let kept = stored.nextPoll, let lastPoll = stored.lastAttempt else {
            return PollSchedule.firstDue(at: look.now, randomness: chance.bits())
        }
        let due = PollSchedule.resumedDue(kept, lastPoll: lastPoll, at: look.now, randomness: chance.bits())
        return isLate(due, for: stored, settings) ? look.now + (settings.every ?? .zero) : due
    }

    /// Whether a poll is further away than the interval, since that was shortened, and nothing else put it off.
    private func isLate(_ due: Timestamp, for stored: StoredSource, _ settings: SourceSettings) -> Bool {
        guard let every = settings.every, settings.quota == nil, stored.health.consecutiveFailures == 0 else {
            return false
        }
        return due > look.now + every + every / 10
    }
}

extension ConfiguredSource {
    fileprivate init(_ watched: WatchedSource) {
        self.init(
            name: watched.settings.name, adapter: watched.settings.adapter, fingerprint: watched.fingerprint)
    }
}

extension StoredRule {
    fileprivate init(_ rule: AlertRule) {
        self.init(name: rule.name, identity: rule.identity, severity: rule.severity)
    }
}
