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
}
