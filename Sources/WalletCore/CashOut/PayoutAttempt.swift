/// Which run of a request it is.
package enum PayoutAttempt: Sendable {
    /// Nothing went out under its key yet.
    case first
    /// An earlier run may have acted.
    case `repeat`
}
