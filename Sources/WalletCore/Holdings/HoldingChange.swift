/// What one reading, or one record by a person, does to one holding.
package struct HoldingChange: Equatable, Sendable {
    /// `nil`: the holding is new.
    package let before: Holding?
    /// Its `readAt` is earlier than before where the clock was set back.
    package let after: Holding

    package init(before: Holding?, after: Holding) {
        self.before = before
        self.after = after
    }

    /// What the reading does to the history of available and total.
    package enum SpanStep: Equatable, Sendable {
        /// A span begins at `after.readAt`: the value is new, or was unknown in between.
        case opened
        /// The last span now reaches to `after.readAt`.
        case extended
        /// The value is unknown from here; the last span stays as it ended.
        case ended
    }

    package var span: SpanStep {
        guard after.standing != .unlisted else { return .ended }
        guard let before, before.standing != .unlisted, before.balance == after.balance else { return .opened }
        return .extended
    }

    /// Whether available or total are not what they were, or the holding is new.
    package var balanceChanged: Bool { before?.balance != after.balance }

    package var kindChanged: Bool { before?.kind != after.kind }

    package var lotsChanged: Bool { before?.lots != after.lots }

    /// Whether the same was seen once more and nothing but the times of the last read differ.
    package var isExtensionOnly: Bool {
        span == .extended && !kindChanged && !lotsChanged && before?.standing == after.standing
    }
}
