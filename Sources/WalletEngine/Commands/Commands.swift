import WalletCore
import WalletStore

/// What a person may have done. Each is committed, with its events, before it answers.
package struct Commands: Sendable {
    let floor: CashOutFloor
    let poller: SourcePoller
    let backUps: BackUpRoom

    var ledger: Ledger { floor.ledger }
    var inForce: ConfigurationInForce { floor.inForce }
    var signals: EngineSignals { floor.signals }
    var chance: Chance { floor.chance }

    /// Reads a source as soon as its host allows, also one that waits for a person or is paused.
    ///
    /// One that is being read is read once more after that.
    package func poll(_ name: String) async throws(EngineError) {
        let settings = try polledSource(name).settings
        let order = try await change(name) { transaction, look, stored throws(StoreError) in
            if let quota = settings.quota,
                case .exhausted(let until) = try transaction.allowance(of: name, quota: quota, now: look.now)
            {
                return PollOrder.refused(until: until)
            }
            stored.health.release()
            return .now(look.now)
        }
        switch order {
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
        }
        await poller.schedule(name, due: nil)
    }

    /// Polls a paused source again: at once, or when it was to be tried again after a failure. One that waits for a
    /// person goes on waiting.
    package func resume(_ name: String) async throws(EngineError) {
        _ = try polledSource(name)
        let order = try await change(name) { _, look, stored throws(StoreError) in
            guard stored.health.pausedAt != nil else { return ResumeOrder.none }
            stored.health.pausedAt = nil
            stored.nextPoll = stored.firstPollResumed(at: look.now)
            return .poll(due: stored.nextPoll)
        }
        switch order {
        case .none: return
        case .poll(let due): await poller.schedule(name, due: due)
        }
    }

    private enum PollOrder: Sendable {
        case now(Timestamp)
        case refused(until: Timestamp)
    }

    private enum ResumeOrder: Sendable {
        /// It was not paused.
        case none
        case poll(due: Timestamp?)
    }
}

extension StoredSource {
    fileprivate func firstPollResumed(at now: Timestamp) -> Timestamp? {
        guard !health.needsAttention else { return nil }
        guard health.consecutiveFailures > 0, let kept = nextPoll else { return now }
        return max(kept, now)
    }
}

extension Commands {
    func source(_ name: String) throws(EngineError) -> WatchedSource {
        guard let source = inForce.current.source(name) else { throw .unknownSource(name) }
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
        _ body: @Sendable (WriteTransaction, Timekeeper.Look, inout StoredSource) throws(StoreError) -> Value
    ) async throws(EngineError) -> Value {
        let value: Value? = try await commit { transaction, look throws(StoreError) in
            guard var stored = try transaction.source(name) else { return nil }
            let before = stored
            let value = try body(transaction, look, &stored)
            if stored != before { try transaction.save(stored) }
            return value
        }
        guard let value else { throw .unknownSource(name) }
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
