/// Whether forgetting what is old has come to its end.
package enum PruneProgress: Equatable, Sendable {
    case done
    /// Another transaction is to go on.
    case moreLeft
}
