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
