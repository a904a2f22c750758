/// When each of several parties is asked next, by the boot clock, and which are being asked.
struct Rota {
    /// After failures: from a minute, doubling, to an hour.
    private static let retryMin: Duration = .seconds(60)
    private static let retryMax: Duration = .seconds(3600)

    private struct Turn {
        /// `nil`: not by itself.
        var due: Duration?
        var failures = 0
        var isAsked = false
    }

    private var turns: [String: Turn] = [:]

    /// All of them are due now, as the configuration may have changed; no others are asked again.
    mutating func load(_ names: [String], at now: Duration) {
        turns = Dictionary(
            names.map { name in (name, Turn(due: now, isAsked: turns[name]?.isAsked ?? false)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Takes those that are due, each until ``end(_:_:at:)``.
    mutating func begin(at now: Duration) -> [String] {
        let due = turns.filter { !$1.isAsked && $1.due.map { $0 <= now } ?? false }.map(\.key).sorted()
        for name in due {
            turns[name]?.isAsked = true
            turns[name]?.due = nil
        }
        return due
    }

    enum Outcome {
        case answered(next: Duration?)
        case failed(retryAfter: Duration?)
        /// Not by itself any more.
        case refused
    }

    mutating func end(_ name: String, _ outcome: Outcome, at now: Duration) {
        guard var turn = turns[name] else { return }
        turn.isAsked = false
        // One that was loaded meanwhile is due already.
        let kept = turn.due
        switch outcome {
        case .answered(let next):
            turn.failures = 0
            turn.due = next.map { now + $0 }
        case .failed(let retryAfter):
            turn.failures += 1
            let wait = min(Rota.retryMin * (1 << min(turn.failures - 1, 6)), Rota.retryMax)
            turn.due = now + max(wait, retryAfter ?? .zero)
        case .refused: turn.due = nil
        }
        turn.due = kept ?? turn.due
        turns[name] = turn
    }

    /// `nil`: nobody waits for a time.
    var next: Duration? { turns.values.filter { !$0.isAsked }.compactMap(\.due).min() }
}
