/// The exchange rates that may be used at one moment.
///
/// A pair is found as it is, inverted, or across one common asset. What is missing or too old is never guessed.
package struct RateTable: Equatable, Sendable {
    /// A rate dated further ahead is not believed; the day may already have begun in the east.
    private static let aheadMax = Duration.seconds(86_400)

    private var fresh: [Asset: [Asset: Rate]] = [:]
    private var stale: [Asset: [Asset: Stale]] = [:]

    private struct Stale: Equatable {
        let rate: Rate
        let since: Timestamp
    }

    /// A rate as one source gave it.
    package struct Entry: Equatable, Sendable {
        package let rate: Rate
        package let source: String
        /// From the beginning of the rate's day, in UTC; `nil`: it never gets too old.
        package let staleAfter: Duration?

        package init(_ rate: Rate, source: String, staleAfter: Duration?) {
            self.rate = rate
            self.source = source
            self.staleAfter = staleAfter
        }
    }

    package init() {}

    /// Of several rates for one pair the newest counts; of those the one whose source comes first by name.
    package init(_ entries: [Entry], at now: Timestamp) {
        // What a source says of satoshi itself comes before what follows from bitcoin.
        let entries = entries.sorted { $0.source < $1.source }
        for entry in entries + RateTable.ofSatoshi(entries) {
            let rate = entry.rate
            guard rate.asOf.start <= now + RateTable.aheadMax else { continue }
            if let staleAfter = entry.staleAfter, rate.asOf.start + staleAfter <= now {
                keep(Stale(rate: rate, since: rate.asOf.start + staleAfter))
            } else {
                keep(rate)
            }
        }
        if let rate = RateTable.satoshiOfBitcoin(at: now) { keep(rate) }
    }

    private mutating func keep(_ rate: Rate) {
        if let known = fresh[rate.base]?[rate.quote], known.asOf >= rate.asOf { return }
        fresh[rate.base, default: [:]][rate.quote] = rate
        fresh[rate.quote, default: [:]][rate.base] = rate
    }

    private mutating func keep(_ old: Stale) {
        if let known = stale[old.rate.base]?[old.rate.quote], known.rate.asOf >= old.rate.asOf { return }
        stale[old.rate.base, default: [:]][old.rate.quote] = old
        stale[old.rate.quote, default: [:]][old.rate.base] = old
    }

    /// The amount in another asset, and the rates that led there, in order; each step is rounded as named.
    package func convert(
        _ amount: Amount, to asset: Asset, rounding: Rounding
    ) throws(ExchangeError) -> (amount: Amount, rates: [Rate]) {
        guard amount.asset != asset else { return (amount, []) }
        let rates = try way(from: amount.asset, to: asset)
        var result = amount
        for rate in rates {
            do {
                result = try rate.convert(result, rounding: rounding)
            } catch {
                throw .amount(error)
            }
        }
        return (result, rates)
    }

    private func way(from: Asset, to: Asset) throws(ExchangeError) -> [Rate] {
        let starts = fresh[from] ?? [:]
        if let rate = starts[to] { return [rate] }
        let ways = starts.compactMap { middle, first in fresh[middle]?[to].map { (middle, first, $0) } }
        // The way whose older rate is the newest; then by the code of the asset between.
        let best = ways.max { left, right in
            let (older, newer) = (min(left.1.asOf, left.2.asOf), min(right.1.asOf, right.2.asOf))
            return older == newer ? left.0.code > right.0.code : older < newer
        }
        if let (_, first, second) = best { return [first, second] }
        throw failure(from: from, to: to)
    }

    private func failure(from: Asset, to: Asset) -> ExchangeError {
        if let old = stale[from]?[to] { return .stale(old.rate, since: old.since) }
        let steps = Set((fresh[from] ?? [:]).keys).union((stale[from] ?? [:]).keys).sorted { $0.code < $1.code }
        for middle in steps {
            guard let old = stale[from]?[middle] ?? stale[middle]?[to],
                stale[middle]?[to] != nil || fresh[middle]?[to] != nil
            else { continue }
            return .stale(old.rate, since: old.since)
        }
        return .missing(from, to)
    }
}
