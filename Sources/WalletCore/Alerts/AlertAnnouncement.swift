/// A step in the life of an alert that is told, once.
package enum AlertAnnouncement: Equatable, Sendable {
    case fired(AlertState.Firing)
    case repeated(AlertState.Firing)
    case resolved(AlertState.Firing)
    /// It ended because nothing watches the subject any more.
    case withdrawn(AlertState.Firing, Unwatched)
    /// It ended because its rule was edited.
    case superseded(AlertState.Firing)
}

extension AlertAnnouncement {
    /// Whether a person has taken note of the alert.
    package var isSilenced: Bool {
        switch self {
        case .fired(let firing), .repeated(let firing), .resolved(let firing), .withdrawn(let firing, _),
            .superseded(let firing):
            firing.acknowledgedBy != nil
        }
    }
}
