extension CashOut.TrailEntry {
    /// For one that was stored.
    package init(_ state: CashOut.State.Name, at instant: Timestamp, by actor: CashOut.Actor, note: String?) {
        self.state = state
        at = instant
        by = actor
        self.note = note
    }
}
