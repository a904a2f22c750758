import WalletCore
import WalletStore

/// What may be asked. Every answer comes from one consistent state of the database.
package struct Questions: Sendable {
    let reader: StoreReader
    let inForce: ConfigurationInForce
    let ledger: Ledger
    let floor: CashOutFloor
    let findings: OpenedStore.Findings
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
        let active = inForce.current
        let look = ledger.timekeeper.look()
        let (sources, counts, cashOuts) = try await ask { [floor] transaction throws(StoreError) in
            (
                try transaction.reports(of: active, now: look.now), try transaction.alertCounts(),
                CashOutCounts(
                    try transaction.cashOutCounts(), stops: try floor.desk.stops(at: look, in: transaction))
            )
        }
        return StatusReport(
            version: version, started: ledger.timekeeper.started, configurationPath: active.configuration.path,
            configurationSHA256: active.configuration.sha256, schema: findings.schema,
            condition: condition(sources: sources, firing: counts.firing, cashOuts), isPaused: cashOuts.isPaused,
            sources: sources.reduce(into: [:]) { $0[$1.state, default: 0] += 1 }, alertsFiring: counts.firing,
            alertsPending: counts.pending, cashOuts: cashOuts.byState,
            stops: cashOuts.stops.map { $0.reason(at: look.now) }, rateFailures: floor.desk.rateSilences.all,
            nextPoll: sources.compactMap(\.nextPoll).min())
    }

    private func condition(sources: [SourceReport], firing: Int, _ cashOuts: CashOutCounts) -> Condition {
        guard !ledger.isDegraded, cashOuts.isFree else { return .degraded }
        if cashOuts.needsPerson { return .cashoutWaiting }
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
    package func sources(_ page: PageRequest) async throws(EngineError) -> ReportPage<SourceReport> {
        let shown = page.part(of: inForce.current.configuration.sources, name: \.settings.name)
        let now = now
        let reports = try await ask { transaction throws(StoreError) in
            try transaction.reports(of: shown.items.map(\.settings), now: now)
        }
        return ReportPage(items: reports, next: shown.next)
    }

    package func source(_ name: String) async throws(EngineError) -> SourceReport {
        guard let settings = inForce.current.source(name)?.settings else { throw .unknownSource(name) }
        let now = now
        let report: SourceReport? = try await ask { transaction throws(StoreError) in
            guard let stored = try transaction.source(name) else { return nil }
            return try transaction.report(of: stored, settings: settings, now: now)
        }
        guard let report else { throw .unknownSource(name) }
        return report
    }
}

extension StoreTransaction {
    fileprivate func reports(of shown: [SourceSettings], now: Timestamp) throws(StoreError) -> [SourceReport] {
        var reports: [SourceReport] = []
        for settings in shown {
            guard let stored = try source(settings.name) else { continue }
            reports.append(try report(of: stored, settings: settings, now: now))
        }
        return reports
    }

    fileprivate func reports(of active: ActiveConfiguration, now: Timestamp) throws(StoreError) -> [SourceReport] {
        var reports: [SourceReport] = []
        for stored in try sources() {
            guard let settings = active.source(stored.name)?.settings else { continue }
            reports.append(try report(of: stored, settings: settings, now: now))
        }
        return reports
    }

    fileprivate func report(
        of stored: StoredSource, settings: SourceSettings, now: Timestamp
    ) throws(StoreError) -> SourceReport {
        SourceReport(
            settings: settings, health: stored.health,
            state: stored.health.state(staleAfter: settings.staleAfter, now: now),
            nextPoll: stored.health.pausedAt == nil ? stored.nextPoll : nil,
            quotaLeft: try settings.quota.map { quota throws(StoreError) in
                try left(of: quota, for: stored.name, now: now)
            })
    }

    private func left(of quota: Quota, for source: String, now: Timestamp) throws(StoreError) -> Int {
        switch try allowance(of: source, quota: quota, now: now) {
        case .allowed(let left): left
        case .exhausted: 0
        }
    }
}

/// How cash-outs stand altogether.
private struct CashOutCounts: Sendable {
    /// Those about which something may still be to do; what a person looks for first stands there also with none.
    let byState: [CashOut.State.Name: Int]
    let stops: [CashOutStop]

    init(_ counts: [CashOut.State.Name: Int], stops: [CashOutStop]) {
        byState = counts.merging([.awaitingApproval: 0, .pending: 0, .needsUser: 0, .unknown: 0]) { count, _ in count }
        self.stops = stops
    }

    var needsPerson: Bool {
        [.awaitingApproval, .needsUser, .unknown].contains { (byState[$0] ?? 0) > 0 }
    }

    var isPaused: Bool {
        stops.contains { stop in
            switch stop {
            case .paused: true
            case .unsound, .clock, .historyWentBack: false
            }
        }
    }

    /// Whether nothing stops them that a person should know of; each start waits for the check of the database.
    var isFree: Bool {
        stops.allSatisfy { stop in
            switch stop {
            case .unsound: true
            case .paused, .clock, .historyWentBack: false
            }
        }
    }
}
