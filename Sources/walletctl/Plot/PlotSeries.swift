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
        let scale = entries.compactMap { $0.available.flatMap { ScaledValue($0.amount)?.scale } }.max() ?? 0
        let stretches = entries.indices.compactMap { Self.stretch(at: $0, in: entries, scale: scale) }
        guard stretches.count == entries.count else { return nil }
        self.stretches = stretches
        self.scale = scale
    }

    private static func stretch(at index: Int, in entries: [HistoryEntry], scale: Int) -> Stretch? {
        guard let start = Instant(entries[index].at), let end = end(at: index, in: entries, start: start) else {
            return nil
        }
        guard let available = entries[index].available else {
            return Stretch(start: start, end: max(start, end), units: nil)
        }
        guard let units = ScaledValue(available.amount)?.rescaled(to: scale)?.units,
            units.magnitude <= unitsMax.magnitude
        else { return nil }
        return Stretch(start: start, end: max(start, end), units: units)
    }

    /// A value holds until the next one begins; what has no end and no successor is as long as what stands before it.
    private static func end(at index: Int, in entries: [HistoryEntry], start: Instant) -> Instant? {
        let follower = entries.dropFirst(index + 1).first
        if let until = entries[index].until {
            let isFollowedByValue = entries[index].available != nil && follower?.available != nil
            return Instant(isFollowedByValue ? follower?.at ?? until : until)
        }
        if let follower { return Instant(follower.at) }
        guard index > 0, let before = Instant(entries[index - 1].at) else { return start }
        let length = start.millisecondsSinceEpoch - before.millisecondsSinceEpoch
        return Instant(millisecondsSinceEpoch: start.millisecondsSinceEpoch + length)
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
