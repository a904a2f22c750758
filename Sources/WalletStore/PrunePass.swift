import SQLite
import WalletCore

/// How far thinning the history has come: one pass goes through all holdings, in as many transactions as it takes, and
/// is taken up again after a restart.
struct PrunePass: Equatable {
    /// Spans that began before this are thinned already.
    var thinned = Timestamp(milliseconds: .min)
    /// This pass thins those that began before this, the begin of a day in UTC.
    var horizon = Timestamp(milliseconds: .min)
    /// Where it goes on: the number of a holding, and the instant from which its spans are looked at.
    var holding: Int64 = 0
    var instant = Timestamp(milliseconds: .min)

    var isOver: Bool { thinned == horizon }

    init() {}

    /// As ``text`` wrote it.
    init?(_ text: String) {
        let numbers = text.split(separator: " ").compactMap { Int64($0) }
        guard numbers.count == 4 else { return nil }
        thinned = Timestamp(milliseconds: numbers[0])
        horizon = Timestamp(milliseconds: numbers[1])
        holding = numbers[2]
        instant = Timestamp(milliseconds: numbers[3])
    }

    var text: String {
        "\(thinned.milliseconds) \(horizon.milliseconds) \(holding) \(instant.milliseconds)"
    }

    /// Begins a pass for the days that ended by `limit`.
    mutating func begin(olderThan limit: Timestamp) {
        horizon = max(thinned, CalendarDate(limit).start)
        (holding, instant) = (0, thinned)
    }

    mutating func goOn(withHolding next: Int64) {
        (holding, instant) = (next, thinned)
    }

    mutating func end() {
        thinned = horizon
    }

    /// Of spans in the order of their begins, those that are not the last of their day; the last one given is only
    /// looked at.
    static func surplus(_ begins: [Timestamp]) -> [Timestamp] {
        zip(begins, begins.dropFirst()).filter { CalendarDate($0) == CalendarDate($1) }.map(\.0)
    }
}
