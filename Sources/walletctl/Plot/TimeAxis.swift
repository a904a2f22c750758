/// The labels under a plot.
struct TimeAxis {
    private let span: ClosedRange<Instant>

    /// From this length on a day is all that a label says.
    private static let daysFrom: Int64 = 3 * 86_400_000
    /// From this length on seconds say nothing.
    private static let minutesFrom: Int64 = 30 * 60_000

    init(_ span: ClosedRange<Instant>) {
        self.span = span
    }

    /// Where it begins, its middle and where it ends, as far as there is room; the begin is cut where there is none.
    func line(columns: Int) -> String {
        let begin = label(0, of: 2)
        let end = label(2, of: 2)
        let room = columns - begin.count - end.count
        guard room > 0 else { return String(begin.prefix(columns)) }
        let middle = label(1, of: 2)
        let left = (columns - middle.count) / 2 - begin.count
        let right = room - left - middle.count
        guard left > 0, right > 0 else { return begin + blanks(room) + end }
        return begin + blanks(left) + middle + blanks(right) + end
    }

    private func label(_ part: Int64, of parts: Int64) -> String {
        let start = span.lowerBound.millisecondsSinceEpoch
        let length = span.upperBound.millisecondsSinceEpoch - start
        let instant = Instant(millisecondsSinceEpoch: start + length / parts * part)
        guard length < Self.daysFrom else { return instant.dayText }
        return length >= Self.minutesFrom ? instant.minuteText : instant.secondText
    }

    private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
