/// How often in a row a provider has rejected what a rule sent, or a person what it proposed.
package struct Setbacks: Equatable, Sendable {
    /// So many of a provider in a row take the rule's consent away.
    package static let consentMax = 3
    private static let firstWait = Duration.seconds(3600)
    private static let longestWait = Duration.seconds(86_400)

    package private(set) var inARow: Int
    package private(set) var last: Timestamp

    package init(inARow: Int, last: Timestamp) {
        self.inARow = inARow
        self.last = last
    }

    package mutating func add(at now: Timestamp) {
        inARow += 1
        last = now
    }

    /// Whether another one now is one more in a row, where nothing else ends a row.
    package func isRecent(at now: Timestamp) -> Bool { now < until + Setbacks.longestWait }

    package var takesConsent: Bool { inARow >= Setbacks.consentMax }

    /// Until when nothing is tried: an hour after the first, doubling up to a day.
    package var until: Timestamp {
        let doublings = min(max(inARow, 1) - 1, 5)
        return last + min(Setbacks.firstWait * (1 << doublings), Setbacks.longestWait)
    }
}
