/// A stored event with its number.
package struct Event: Equatable, Sendable {
    /// Rises by one from event to event; never used twice.
    package let seq: Int64
    package let draft: EventDraft

    package init(seq: Int64, draft: EventDraft) {
        self.seq = seq
        self.draft = draft
    }
}
