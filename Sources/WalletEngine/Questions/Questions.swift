import WalletCore
import WalletStore

/// What may be asked. Every answer comes from one consistent state of the database.
package struct Questions: Sendable {
    let reader: StoreReader
    let inForce: ConfigurationInForce
    let ledger: Ledger
    let schema: Int
    let version: String

    var now: Timestamp { ledger.timekeeper.clock.now() }

    func ask<Value: Sendable>(
        _ body: @Sendable (ReadTransaction) throws(StoreError) -> Value
    ) async throws(EngineError) -> Value {
        do throws(StoreError) {
            return try await reader.read(body)
        } catch {
            throw EngineError(error)
        }
    }

    /// What runs and how all is.
    package func status() async throws(EngineError) -> StatusReport {
        let reports = try await sources()
        let (counts, nextPoll) = try await ask { transaction throws(StoreError) in
            (try transaction.alertCounts(), try transaction.nextPoll())
        }
        let configuration = inForce.current.configuration
        return StatusReport(
            version: version, started: ledger.timekeeper.started, configurationPath: configuration.path,
            configurationSHA256: configuration.sha256, schema: schema,
            condition: condition(sources: reports, firing: counts.firing),
            sources: reports.reduce(into: [:]) { $0[$1.state, default: 0] += 1 }, alertsFiring: counts.firing,
            alertsPending: counts.pending, nextPoll: nextPoll)
    }

    private func condition(sources: [SourceReport], firing: Int) -> Condition {
        if ledger.isDegraded { return .degraded }
        let isFailing = sources.contains { source in
            switch source.state {
            case .failing, .stale, .needsAttention: true
            case .ok, .paused, .neverRead: false
            }
        }
        if isFailing { return .sourceFailing }
        return firing > 0 ? .alertFiring : .ok
    }

    /// In name order.
    package func sources() async throws(EngineError) -> [SourceReport] {
        let configuration = inForce.current
        let now = now
        return try await ask { transaction throws(StoreError) in
            var reports: [SourceReport] = []
            for stored in try transaction.sources() {
                guard let watched = configuration.source(stored.name) else { continue }
                reports.append(try transaction.report(of: stored, settings: watched.settings, now: now))
            }
            return reports
        }
    }

    package func source(_ name: String) async throws(EngineError) -> SourceReport {
        let settings = inForce.current.source(name)?.settings
        let now = now
        let report: SourceReport? = try await ask { transaction throws(StoreError) in
            guard let settings, let stored = try transaction.source(name) else { return nil }
            return try transaction.report(of: stored, settings: settings, now: now)
        }
        guard let report else {
            throw EngineError(
                .notFound, "no source is called \(SafeText.excerpt(name))", hint: "walletctl sources lists them")
        }
        return report
    }
}

extension StoreTransaction {
    fileprivate func report(
        of stored: StoredSource, settings: SourceSettings, now: Timestamp
    ) throws(StoreError) -> SourceReport {
        var left: Int?
        if let quota = settings.quota {
            let polls = try polls(of: stored.name, since: now - quota.window, limit: quota.limit)
            left =
                switch quota.allowance(past: polls, now: now) {
                case .allowed(let count): count
                case .exhausted: 0
                }
        }
        return SourceReport(
            settings: settings, health: stored.health,
            state: stored.health.state(staleAfter: settings.staleAfter, now: now), nextPoll: stored.nextPoll,
            quotaLeft: left)
    }
}
