/// Which read of a source a reading comes from, where a doubtful drop asks for a second look.
package enum ReadAttempt: Sendable {
    /// An ordinary poll.
    case first
    /// The read soon after a doubted one, or the next poll after such a read failed or was not allowed by quota.
    case confirming
}
