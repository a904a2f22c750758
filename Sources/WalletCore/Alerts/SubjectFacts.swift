/// What is known of one subject when its alerts are evaluated.
package enum SubjectFacts: Equatable, Sendable {
    case holding(HoldingFacts)
    case source(SourceFacts)

    package var subject: AlertSubject {
        switch self {
        case .holding(let facts): AlertSubject(facts.holding.id)
        case .source(let facts): AlertSubject(source: facts.settings.name)
        }
    }

    /// Monotonic time since the subject was last evaluated in this run.
    package var elapsed: Duration? {
        switch self {
        case .holding(let facts): facts.elapsed
        case .source(let facts): facts.elapsed
        }
    }
}
