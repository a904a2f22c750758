/// How many readings in a row agree that a rule is due, for one of its holdings.
package struct Confirmation: Equatable, Sendable {
    package private(set) var count: Int
    /// The first reading that counts, and the last one.
    package private(set) var since: Timestamp?
    package private(set) var last: Timestamp?
    package private(set) var lastAsOf: Timestamp?

    /// What a balance recorded by a person counts: it needs no second look.
    package static let certain = Int(Int32.max)

    package enum Verdict: Sendable {
        case due
        case notDue
    }

    /// How often the source is read, and when the holding's last cash-out ended; `nil` where there is none.
    package struct Pace: Equatable, Sendable {
        package let every: Duration?
        package let freed: Timestamp?

        package init(every: Duration?, freed: Timestamp? = nil) {
            self.every = every
            self.freed = freed
        }
    }

    package init() { count = 0 }

    /// For one that was stored.
    package init(count: Int, since: Timestamp?, last: Timestamp?, lastAsOf: Timestamp?) {
        self.count = count
        self.since = since
        self.last = last
        self.lastAsOf = lastAsOf
    }

    /// Takes a successful reading: it counts if it began after the holding's last cash-out ended, at least half of the
    /// poll interval after the one before, and at another `as_of` where the source gives one. One that says that the
    /// rule is not due begins anew.
    package mutating func take(_ look: HoldingLook, saying verdict: Verdict, pace: Pace) {
        if let freed = pace.freed, let since, since <= freed { self = Confirmation() }
        switch (verdict, look.by) {
        case (.notDue, _):
            self = Confirmation()
        case (.due, .person):
            self = Confirmation()
            keep(look)
            count = Confirmation.certain
        case (.due, .source):
            if counts(look, pace) { keep(look) }
        }
    }

    /// A read failed.
    package mutating func fail() { self = Confirmation() }

    /// Whether as many readings agree as the rule asks for.
    package func meets(_ wanted: Int) -> Bool { count >= wanted }

    private func counts(_ look: HoldingLook, _ pace: Pace) -> Bool {
        if let freed = pace.freed, look.begun <= freed { return false }
        if let asOf = look.asOf, asOf == lastAsOf { return false }
        guard let last else { return true }
        return look.begun >= last + (pace.every ?? .zero) / 2
    }

    private mutating func keep(_ look: HoldingLook) {
        count = min(count + 1, Confirmation.certain)
        since = since ?? look.begun
        last = look.begun
        lastAsOf = look.asOf
    }
}
