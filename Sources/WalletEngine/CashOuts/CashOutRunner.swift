import ServiceLifecycle
import WalletCore
import WalletStore

/// Follows every cash-out to its end, each in a task of its own: one that hangs stops nobody else.
///
/// How value can move twice, and what stands against it:
/// - What to do next comes out of the commit of the step before (``CashOutFollower``), never the other way round.
/// - A run of a request is given by the store only after the commit that says it begins, and the file beside the database
///   has told the disk that there was one.
/// - A start takes the step `restart` of each cash-out before anything else: what may have been sent is asked about.
/// - One request, one reference, the same bytes: the rest is in ``CashOut``.
actor CashOutRunner: Service {
    /// Looked at in one transaction at most.
    private static let pageMax = 200
    /// Between tries while nothing can be stored.
    private static let retryDelay: Duration = .seconds(2)

    private let floor: CashOutFloor
    private var followers: [String: CashOutFollower] = [:]

    init(_ floor: CashOutFloor) {
        self.floor = floor
    }

    func run() async throws {
        try await cancelWhenGracefulShutdown { try await self.runUntilCancelled() }
    }

    private func runUntilCancelled() async throws {
        try await insisting { () throws(StoreError) in try await self.restart() }
        try await withThrowingDiscardingTaskGroup { group in
            while !Task.isCancelled {
                for (_, follower) in followers.sorted(by: { $0.key < $1.key }) { follower.wake.raise() }
                for follower in try await insisting({ () throws(StoreError) in try await self.newFollowers() }) ?? [] {
                    group.addTask { try await self.follow(follower) }
                }
                await floor.signals.cashOuts.wait(atMost: nil, clock: floor.clock)
            }
            group.cancelAll()
        }
    }

    private func follow(_ follower: CashOutFollower) async throws {
        try await follower.follow()
        followers[follower.id] = nil
    }

    /// The daemon started: each cash-out that is not over learns of it, whatever it was doing.
    private func restart() async throws(StoreError) {
        var last: Int64? = 0
        while let number = last {
            last = try await floor.ledger.step { [floor] transaction, look throws(StoreError) in
                let page = try transaction.liveCashOuts(after: number, limit: CashOutRunner.pageMax)
                for stored in page {
                    let facts = try floor.circumstances(of: stored, at: look.now, in: transaction)
                    _ = try transaction.take(.restart, on: stored.cashOut.id, in: facts)
                }
                return page.last?.number
            }.value
        }
        _ = try await floor.ledger.step { [floor] transaction, look throws(StoreError) in
            try floor.doubtAll(at: look, in: transaction)
        }
    }

    /// For the cash-outs that nobody follows yet.
    private func newFollowers() async throws(StoreError) -> [CashOutFollower] {
        var new: [CashOutFollower] = []
        var last: Int64? = 0
        while let number = last {
            let page = try await floor.reader.read { transaction throws(StoreError) in
                try transaction.liveCashOuts(after: number, limit: CashOutRunner.pageMax)
            }
            for stored in page where followers[stored.cashOut.id] == nil {
                let follower = CashOutFollower(id: stored.cashOut.id, floor: floor)
                followers[follower.id] = follower
                new.append(follower)
            }
            last = page.last?.number
        }
        return new
    }

    /// Tries until the store takes it; `nil`: the daemon stops.
    private func insisting<Value: Sendable>(
        _ body: () async throws(StoreError) -> Value
    ) async throws(StoreError) -> Value? {
        while !Task.isCancelled {
            do throws(StoreError) {
                return try await body()
            } catch {
                guard error.mayPass else { throw error }
                try? await floor.clock.sleep(CashOutRunner.retryDelay)  // cancelled: the loop ends
            }
        }
        return nil
    }
}
