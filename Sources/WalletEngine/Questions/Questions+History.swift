package import WalletCore
import WalletStore

/// Which part of a holding's history is wanted.
package struct HistoryQuery: Sendable {
    package var since: Timestamp?
    package var until: Timestamp?
    /// `nil`: every change.
    package var step: Duration?

    package init(since: Timestamp? = nil, until: Timestamp? = nil, step: Duration? = nil) {
        self.since = since
        self.until = until
        self.step = step
    }
}

/// A balance that held at every reading of a stretch of time; with steps, at its end.
package struct HistoryPoint: Equatable, Sendable {
    package let from: Timestamp
    package let until: Timestamp
    /// `nil`: a step at which the balance was not known.
    package let balance: Holding.KnownBalance?
}

extension Questions {
    /// A shorter step shows nothing that the changes do not.
    private static let stepMin: Duration = .seconds(1)

    /// What a holding's balance was, oldest first: its changes, or one value at the end of each step. Steps are counted
    /// from `since`, without those before the first reading (where it is not given, from that reading); the last ends
    /// at `until`, or now.
    package func history(
        of id: HoldingID, _ query: HistoryQuery, page: PageRequest
    ) async throws(EngineError) -> ReportPage<HistoryPoint> {
        let until = query.until ?? now
        let since = query.since ?? Timestamp(milliseconds: .min)
        guard since <= until else { throw EngineError(.invalid, "since is later than until") }
        let range = since...until
        guard let step = query.step else { return try await changes(of: id, in: range, page: page) }
        guard step >= Questions.stepMin else { throw EngineError(.invalid, "a step is at least 1s") }
        let after = try instant(page)
        let now = now
        let points: [HistoryPoint] = try await known(id) { transaction throws(StoreError) in
            var first = after
            if first == nil { first = try transaction.firstStep(of: id, step: step, since: query.since, until: until) }
            guard let first else { return [] }
            let steps = Steps(first: first, step: step, until: min(until, now))
            return try steps.points(of: id, limit: page.limit + 1, tolerance: tolerance(id), in: transaction)
        }
        let items = Array(points.prefix(page.limit))
        return ReportPage(items: items, next: points.count > page.limit ? items.last?.until.cursor : nil)
    }

    private func changes(
        of id: HoldingID, in range: ClosedRange<Timestamp>, page: PageRequest
    ) async throws(EngineError) -> ReportPage<HistoryPoint> {
        let after = try instant(page)
        let spans = try await known(id) { transaction throws(StoreError) in
            try transaction.history(of: id, in: range, after: after, limit: page.limit + 1)
        }
        let items = spans.prefix(page.limit).map {
            HistoryPoint(from: $0.firstSeen, until: $0.lastSeen, balance: $0.balance)
        }
        return ReportPage(items: items, next: spans.count > page.limit ? items.last?.from.cursor : nil)
    }

    /// How long a balance is known after it was read.
    private func tolerance(_ id: HoldingID) -> Duration {
        inForce.current.source(id.source)?.settings.staleAfter ?? .zero
    }

    private func instant(_ page: PageRequest) throws(EngineError) -> Timestamp? {
        guard let after = page.after else { return nil }
        guard let milliseconds = Int64(after) else { throw .foreignCursor }
        return Timestamp(milliseconds: milliseconds)
    }

    /// Asks about a holding that must exist.
    private func known<Value: Sendable>(
        _ id: HoldingID, _ body: @Sendable (ReadTransaction) throws(StoreError) -> Value
    ) async throws(EngineError) -> Value {
        let value: Value? = try await ask { transaction throws(StoreError) in
            guard try transaction.holding(id) != nil else { return nil }
            return try body(transaction)
        }
        guard let value else {
            throw EngineError(
                .notFound, "there is no holding \(SafeText.excerpt(id.description))",
                hint: "walletctl balances --all lists them")
        }
        return value
    }
}

/// Stretches of equal length, the last of them cut off.
private struct Steps {
    let first: Timestamp
    let step: Duration
    let until: Timestamp

    /// The value at the end of each, at most `limit`.
    func points(
        of id: HoldingID, limit: Int, tolerance: Duration, in transaction: ReadTransaction
    ) throws(StoreError) -> [HistoryPoint] {
        let begins = (0..<limit).map { first + step * $0 }.prefix { $0 < until }
        let ends = begins.map { min($0 + step, until) }
        let spans = try transaction.history(of: id, at: ends, tolerance: tolerance)
        return zip(zip(begins, ends), spans).map { HistoryPoint(from: $0.0, until: $0.1, balance: $1?.balance) }
    }
}

extension ReadTransaction {
    /// Where the step begins in which the holding was first read, or the first step; `nil`: it was read later.
    fileprivate func firstStep(
        of id: HoldingID, step: Duration, since: Timestamp?, until: Timestamp
    ) throws(StoreError) -> Timestamp? {
        let first = try history(of: id, in: Timestamp(milliseconds: .min)...until, limit: 1).first?.firstSeen
        guard let first, let since else { return first }
        let left = max((first - since).wholeMilliseconds, 0) / step.wholeMilliseconds
        return since + .milliseconds(left * step.wholeMilliseconds)
    }
}

extension Timestamp {
    fileprivate var cursor: String { String(milliseconds) }
}
