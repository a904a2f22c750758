/// How far a rule goes by itself.
package enum CashOutMode: String, Sendable, CaseIterable {
    /// It announces what it would do.
    case dryRun = "dry-run"
    /// It waits for a person's approval of the shown plan.
    case ask
    case auto
}
