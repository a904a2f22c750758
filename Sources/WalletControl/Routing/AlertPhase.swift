/// The states that alerts are listed by.
enum AlertPhase: String, CaseIterable, Sendable {
    case pending
    case firing
    case inactive
    /// Inactive, and it fired before.
    case resolved
}
