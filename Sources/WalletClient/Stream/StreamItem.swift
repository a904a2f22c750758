/// What following the events brings.
package enum StreamItem: Equatable, Sendable {
    /// The daemon has accepted; from now on no event is missed.
    case opened
    case event(StreamedEvent)
}
