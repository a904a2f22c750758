import WalletCore
package import WalletStore

/// What a person may have done. Each is committed, with its events, before it answers.
package struct Commands: Sendable {
    let ledger: Ledger
    let inForce: ConfigurationInForce
    let poller: SourcePoller
    let alertsMoved: Signal
    let chance: Chance

    /// Reads a source as soon as its host allows, also one that waits for a person or is paused.
    package func poll(_ name: String) async throws(EngineError) {
        let settings = try polledSource(name).settings
        let now = try await change(name) { transaction, look, stored throws(StoreError) in
            if let quota = settings.quota,
                case .exhausted(let until) = try transaction.allowance(of: name, quota: quota)
            {
                return Poll.refused(until: until)
            }
            stored.health.release()
            return .now(look.now)
        }
        switch now {
        case .now(let instant): await poller.schedule(name, due: instant)
        case .refused(let until):
            throw EngineError(
                .quotaExhausted(until: until), "the quota of \(name) is spent",
                hint: "the next poll is allowed at \(until)")
        }
    }

    /// Stops polling a source until ``resume(_:)``; survives a restart.
    package func pause(_ name: String) async throws(EngineError) {
        _ = try polledSource(name)
        try await change(name) { _, look, stored throws(StoreError) in
            stored.health.pausedAt = stored.health.pausedAt ?? look.now
            stored.nextPoll = nil
        }
        await poller.schedule(name, due: nil)
    }

    /// Polls a paused source again, at once.
    package func resume(_ name: String) async throws(EngineError) {
        _ = try polledSource(name)
        let now = try await change(name) { _, look, stored throws(StoreError) in
            stored.health.pausedAt = nil
            stored.nextPoll = look.now
            return look.now
        }
        await poller.schedule(name, due: now)
    }

    /// Takes note of a firing alert until it resolves: it is not repeated. `id` may be cut to an unambiguous prefix.
    package func acknowledge(_ id: String, by person: String) async throws(EngineError) -> AlertReport {
        let outcome = try await commit { [inForce] transaction, look throws(StoreError) in
            let found = try transaction.alerts(idPrefix: id, limit: 2)
            guard let alert = found.first, found.count == 1, let state = alert.state.acknowledged(by: person) else {
                return Acknowledgement.failed(count: found.count)
            }
            var acknowledged = alert
            acknowledged.state = state
            try transaction.save(acknowledged)
            let report = try inForce.current.report(of: acknowledged, now: look.now, in: transaction)
            return report.map(Acknowledgement.done) ?? .failed(count: 0)
        }
        alertsMoved.raise()
        switch outcome {
        case .done(let report): return report
        case .failed(count: 0):
            throw EngineError(
                .notFound, "no firing alert has the id \(SafeText.excerpt(id))", hint: "walletctl alerts lists them")
        case .failed:
            throw EngineError(
                .conflict, "several firing alerts have ids that begin with \(SafeText.excerpt(id))",
                hint: "give more of the id")
        }
    }

    private enum Poll: Sendable {
        case now(Timestamp)
        case refused(until: Timestamp)
    }

    private enum Acknowledgement: Sendable {
        case done(AlertReport)
        case failed(count: Int)
    }
}

extension Commands {
    func source(_ name: String) throws(EngineError) -> WatchedSource {
        guard let source = inForce.current.source(name) else {
            throw EngineError(
                .notFound, "no source is called \(SafeText.excerpt(name))", hint: "walletctl sources lists them")
        }
        return source
    }

    private func polledSource(_ name: String) throws(EngineError) -> WatchedSource {
        let source = try source(name)
        guard source.adapter != nil else {
            throw EngineError(
                .conflict, "\(name) is a manual source: nothing polls it",
                hint: "walletctl record \(name)/ACCOUNT/ASSET AMOUNT records a balance")
        }
        return source
    }

    /// Changes what is kept of one source.
    private func change<Value: Sendable>(
        _ name: String,
        _ body: @escaping @Sendable (WriteTransaction, Timekeeper.Look, inout StoredSource) throws(StoreError) -> Value
    ) async throws(EngineError) -> Value {
        let value: Value? = try await commit { transaction, look throws(StoreError) in
            guard var stored = try transaction.source(name) else { return nil }
            let value = try body(transaction, look, &stored)
            try transaction.save(stored)
            return value
        }
        guard let value else { throw EngineError(.notFound, "no source is called \(name)") }
        return value
    }

    func commit<Value: Sendable>(
        _ body: @Sendable (WriteTransaction, Timekeeper.Look) throws(StoreError) -> Value
    ) async throws(EngineError) -> Value {
        do throws(StoreError) {
            return try await ledger.commit(body)
        } catch {
            throw EngineError(error)
        }
    }
}

extension EngineError {
    package init(_ error: StoreError) {
        self.init(
            error.mayPass ? .degraded : .storeFailed, error.message,
            hint: error.mayPass ? "walletd tries again by itself; ask again when there is room" : nil)
    }
}
