/// The worst that is the case, the later the worse: what `status --check` turns into its exit code.
package enum OverallState: String, Codable, Sendable, CaseIterable {
    case ok
    case alertFiring = "alert-firing"
    /// A source is failing, stale or needs attention.
    case sourceFailing = "source-failing"
    /// A cash-out waits for a person.
    case cashoutWaiting = "cashout-waiting"
    /// Degraded, paused, or the database's history went back.
    case degraded
}
