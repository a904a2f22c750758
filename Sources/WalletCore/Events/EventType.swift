/// What an event announces. The raw value is the name that people, scripts and the journal see.
package enum EventType: String, Sendable, CaseIterable {
    case alertFiring = "alert.firing"
    case alertRepeated = "alert.repeated"
    case alertResolved = "alert.resolved"
    /// Its rule went, or no longer selects the holding.
    case alertWithdrawn = "alert.withdrawn"
    /// Its rule changed.
    case alertSuperseded = "alert.superseded"
    case sourceFailing = "source.failing"
    case sourceRecovered = "source.recovered"
    case sourceNeedsAttention = "source.needs-attention"
    case daemonStarted = "daemon.started"
    case daemonStopping = "daemon.stopping"
    case daemonClockStep = "daemon.clock-step"
    case daemonDegraded = "daemon.degraded"
    case daemonHistoryWentBack = "daemon.history-went-back"
    case configLoaded = "config.loaded"
    case configRejected = "config.rejected"
}
