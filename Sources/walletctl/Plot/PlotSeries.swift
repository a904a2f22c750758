import WalletAPI

/// A holding's history as stretches of time with a value or without one.
struct PlotSeries: Equatable {
    struct Stretch: Equatable {
        let start: Instant
        /// Not before `start`.
        let end: Instant
        /// In units of the series' scale; `nil` where the value was not known.
        let units: Int128?
    }

    /// In the order of time.
    let stretches: [Stretch]
    /// How many digits of the units stand after the point.
    let scale: Int

    /// 34 significant digits, what an amount has at most: so far the arithmetic of the scale stays within 128 bits.
    static let unitsMax: Int128 = 10_000_000_000_000_000_000_000_000_000_000_000

    /// `nil` where an entry's time or number cannot be read, or is too large to be drawn.
    init?(_ entries: [HistoryEntry]) {
        let values = entries.map { entry in entry.available.flatMap { ScaledValue($0.amount) } }
        let scale = values.compactMap { $0?.scale }.max() ?? 0
        let starts = entries.compactMap { Instant($0.at) }
        let complete = zip(entries, values).allSatisfy { ($0.available == nil) == ($1 == nil) }
        guard complete, starts.count == entries.count else { return nil }
        var stretches: [Stretch] = []
        for index in entries.indices {
            let units = values[index].map { $0.rescaled(to: scale).map(\.units) }
            guard let end = Self.end(of: index, entries, starts), units != .some(.none),
                (units.flatMap { $0 } ?? 0).magnitude <= Self.unitsMax.magnitude
            else { return nil }
            stretches.append(Stretch(start: starts[index], end: max(starts[index], end), units: units.flatMap { $0 }))
        }
        self.stretches = stretches
        self.scale = scale
    }

    /// A value holds until the next one begins; what has no end and no successor is as long as what stands before it.
    private static func end(of index: Int, _ entries: [HistoryEntry], _ starts: [Instant]) -> Instant? {
        let follower = starts.dropFirst(index + 1).first
        if let until = entries[index].until {
            let known = entries[index].available != nil
            let followerKnown = entries.dropFirst(index + 1).first?.available != nil
            return known && followerKnown ? follower : Instant(until)
        }
        if let follower { return follower }
        guard index > 0 else { return starts[index] }
        let length = starts[index].millisecondsSinceEpoch - starts[index - 1].millisecondsSinceEpoch
        return Instant(millisecondsSinceEpoch: starts[index].millisecondsSinceEpoch + length)
    }

    /// From the first moment to the last; `nil` where there is nothing.
    var span: ClosedRange<Instant>? {
        guard let first = stretches.first, let last = stretches.map(\.end).max() else { return nil }
        return first.start...last
    }

    /// From the lowest value to the highest; `nil` where none is known.
    var values: ClosedRange<Int128>? {
        let known = stretches.compactMap(\.units)
        guard let low = known.min(), let high = known.max() else { return nil }
        return low...high
    }

    /// For each of so many equal parts of the span, the range of the values in it, `nil` where none was known.
    func ranges(parts: Int) -> [ClosedRange<Int128>?] {
        guard let span else { return [] }
        let start = span.lowerBound.millisecondsSinceEpoch
        let length = span.upperBound.millisecondsSinceEpoch - start
        var first = 0
        return (0..<parts).map { part in
            let begin = start + Self.portion(part, of: parts, length)
            // What begins where a part ends belongs to the next part; the last has none.
            let end = part + 1 == parts ? .max : start + Self.portion(part + 1, of: parts, length)
            while first < stretches.count, stretches[first].end.millisecondsSinceEpoch < begin { first += 1 }
            let seen = stretches[first...].prefix { $0.start.millisecondsSinceEpoch < end }.compactMap(\.units)
            guard let low = seen.min(), let high = seen.max() else { return nil }
            return low...high
        }
    }

    private static func portion(_ part: Int, of parts: Int, _ length: Int64) -> Int64 {
        Int64(Int128(length) * Int128(part) / Int128(parts))
    }
}
