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

/// A balance that held at every reading of a stretch of time, or a stretch in which every reading failed; with steps,
/// what was known at the end of each.
package struct HistoryPoint: Equatable, Sendable {
    package let from: Timestamp
    /// `nil`: readings still fail.
    package let until: Timestamp?
    /// `nil`: not known.
    package let balance: Holding.KnownBalance?
    /// Why readings failed, where nothing is known because of that.
    package let gap: String?
}

extension Questions {
    /// A shorter step shows nothing that the changes do not.
    private static let stepMin: Duration = .seconds(1)

    /// What a holding's balance was, oldest first: its changes, with the gaps in which its source could not be read, or
    /// one value at the end of each step. Steps are counted from `since`, without those before the first reading (where it is not given, from that reading); the last ends
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
        return ReportPage(items: items, next: points.count > page.limit ? items.last?.until?.cursor : nil)
    }

    private func changes(
        of id: HoldingID, in range: ClosedRange<Timestamp>, page: PageRequest
    ) async throws(EngineError) -> ReportPage<HistoryPoint> {
        let after = try instant(page)
        let limit = page.limit + 1
        let points: [HistoryPoint] = try await known(id) { transaction throws(StoreError) in
            let spans = try transaction.history(of: id, in: range, after: after, limit: limit)
            let first = try transaction.history(of: id, in: .upTo(range.upperBound), limit: 1).first?.firstSeen
            guard let first else { return [] }
            // What failed before the holding was ever listed says nothing of it.
            let known = max(first, range.lowerBound)...range.upperBound
            let gaps = try transaction.gaps(of: id.source, in: known, after: after, limit: limit)
                .filter { $0.firstAt > first }
            return (spans.map(HistoryPoint.init) + gaps.map(HistoryPoint.init)).sorted { $0.from < $1.from }
        }
        let items = Array(points.prefix(page.limit))
        return ReportPage(items: items, next: points.count > page.limit ? items.last?.from.cursor : nil)
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
        return try zip(zip(begins, ends), spans).map { step, span throws(StoreError) in
            let gap = span == nil ? try transaction.gaps(of: id.source, in: step.1...step.1, limit: 1).first : nil
            return HistoryPoint(from: step.0, until: step.1, balance: span?.balance, gap: gap?.reason)
        }
    }
}

extension HistoryPoint {
    fileprivate init(_ span: BalanceSpan) {
        self.init(from: span.firstSeen, until: span.lastSeen, balance: span.balance, gap: nil)
    }

    fileprivate init(_ gap: Gap) {
        self.init(from: gap.firstAt, until: gap.endedAt, balance: nil, gap: gap.reason)
    }
}

extension ReadTransaction {
    /// Where the step begins in which the holding was first read, or the first step; `nil`: it was read later.
    fileprivate func firstStep(
        of id: HoldingID, step: Duration, since: Timestamp?, until: Timestamp
    ) throws(StoreError) -> Timestamp? {
        let first = try history(of: id, in: .upTo(until), limit: 1).first?.firstSeen
        guard let first, let since else { return first }
        let left = max((first - since).wholeMilliseconds, 0) / step.wholeMilliseconds
        return since + .milliseconds(left * step.wholeMilliseconds)
    }
}

extension ClosedRange<Timestamp> {
    fileprivate static func upTo(_ end: Timestamp) -> ClosedRange<Timestamp> { Timestamp(milliseconds: .min)...end }
}

extension Timestamp {
    fileprivate var cursor: String { String(milliseconds) }
}
