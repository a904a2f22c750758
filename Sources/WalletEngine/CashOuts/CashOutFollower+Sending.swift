import Logging
import WalletCore
import WalletStore

/// The runs of the request. A run is begun by a commit, and given by the store only after it.
extension CashOutFollower {
    /// Decides everything once more in the commit that lets it go, and sends.
    func send() async throws(StoreError) -> Next {
        try await begin { [floor, id] transaction, look throws(StoreError) in
            guard let stored = try transaction.cashOut(id) else { return }
            let review = floor.review(in: transaction, at: look)
            let identified = try review.identify(stored.cashOut)
            let facts = try floor.circumstances(of: stored, at: look.now, in: transaction)
            let swap = stored.cashOut.reason(againstCredentialsIn: facts)
            let reasons = try review.reasons(againstSending: stored.cashOut, identified) + [swap].compactMap(\.self)
            _ = try transaction.take(reasons.isEmpty ? .send : .abandon(reasons), on: id, in: facts)
        }
    }

    /// Sends the same bytes once more, unless everything is stopped, or who gets them is not who got them.
    func sendAgain() async throws(StoreError) -> Next {
        try await begin { [floor, id] transaction, look throws(StoreError) in
            guard let stored = try transaction.cashOut(id) else { return }
            guard try floor.desk.stops(at: look, in: transaction).isEmpty else { return }
            let facts = try floor.circumstances(ofRepeating: stored, at: look.now, in: transaction)
            _ = try transaction.take(.sendAgain, on: id, in: facts)
        }
    }

    private func begin(
        _ body: @Sendable (WriteTransaction, Timekeeper.Look) throws(StoreError) -> Void
    ) async throws(StoreError) -> Next {
        floor.desk.gate.enter()
        let committed: Committed<Void>
        do throws(StoreError) {
            committed = try await floor.ledger.step(body)
        } catch {
            floor.desk.gate.leave()
            throw error
        }
        switch committed.runs {
        case .granted(let runs):
            guard let run = runs.first, !Task.isCancelled else {
                floor.desk.gate.leave()
                return runs.isEmpty ? unsent(committed) : try await keep(.notConnected)
            }
            return try await keep(await perform(run))
        case .withheld(_, let error):
            floor.desk.gate.leave()
            floor.logger.warning("the cash-out \(id) is not sent: \(error)")
            return try await keep(.notSent(.temporary(retryAfter: nil), message: "walletd keeps it back: \(error)"))
        }
    }

    private func unsent(_ committed: Committed<Void>) -> Next {
        committed.wishes.isEmpty ? stopped : next(after: committed)
    }

    /// The one place that sends.
    private func perform(_ run: CashOutRun) async -> SendOutcome {
        guard let dispatch = run.cashOut.state.dispatch, let provider = floor.provider(of: run.cashOut, run.request)
        else {
            floor.desk.gate.leave()
            return .notSent(.misconfigured, message: "what was kept of the provider cannot be read")
        }
        let request = PayoutRequest(
            body: run.request.body, hash: run.request.hash, credentials: dispatch.request.credentials)
        let attempt: PayoutAttempt = run.attempt == .first ? .first : .repeat
        let gate = floor.desk.gate
        let answer = await Answer.of(within: dispatch.request.timeout, floor.clock) { () throws(PortFailure) in
            await provider.run(request, attempt: attempt) { gate.leave() }
        }
        switch answer {
        case .given(let outcome): return outcome
        case .failed(let failure): return .unclear(failure.message)
        case .interrupted: return .unclear("walletd stopped meanwhile")
        }
    }

    /// Keeps how a run ended, however long it takes until something can be stored: nobody else knows it.
    private func keep(_ outcome: SendOutcome) async throws(StoreError) -> Next {
        while true {
            do throws(StoreError) {
                return try await take(.ran(outcome))
            } catch {
                guard error.mayPass, !Task.isCancelled else { throw error }
                await wake.wait(atMost: CashOutFollower.retryDelay, clock: floor.clock)
            }
        }
    }
}
