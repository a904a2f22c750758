/// What is known of one source when its alerts are evaluated.
package struct SourceFacts: Equatable, Sendable {
    package let settings: SourceSettings
    package let health: SourceHealth
    /// Whether a try has ended, well or not, since ``Moment/observingSince``.
    package let tries: Tries
    /// The source's listed holdings, by which `account`, `kind` and `asset` of a rule select it.
    package let holdings: [Holding]

    package enum Tries: Sendable {
        case noneSinceStart
        case someSinceStart
    }

    package init(settings: SourceSettings, health: SourceHealth, tries: Tries, holdings: [Holding]) {
        self.settings = settings
        self.health = health
        self.tries = tries
        self.holdings = holdings
    }

    /// From where time without a successful reading counts.
    package var unreadSince: Timestamp { health.lastSuccess ?? health.firstConfigured }

    /// Whether a first try of this run is still to come, so that what downtime made old may be put right by it.
    package var isAwaitingFirstTry: Bool {
        switch tries {
        case .someSinceStart: false
        case .noneSinceStart: settings.isPolled && !health.needsAttention && health.pausedAt == nil
        }
    }
}
