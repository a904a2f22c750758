extension CashOut {
    /// What one step did, all of it to be committed at once.
    package struct Transition: Equatable, Sendable {
        /// `nil`: nothing that a person would want to read later.
        package let entry: TrailEntry?
        /// Exactly one for each change of state, one more for a fee above the quote, and one where the credentials of what is
        /// unknown become others.
        package let events: [EventDraft]
        /// In double entry; they sum to zero for each asset.
        package let postings: [Posting]
        package let consequences: [CashOutConsequence]
        /// What to do after the commit.
        package let effect: CashOutEffect
    }

    package struct TrailEntry: Equatable, Sendable {
        package let state: State.Name
        package let at: Timestamp
        package let by: Actor
        package let note: String?
    }

    /// A step as the arrow that it takes.
    struct Move {
        let state: State
        let by: Actor
        var note: String?
        var cause: MoveCause?
        var consequences: [CashOutConsequence] = []
        /// What the provider took, where that is more than it had quoted.
        var excessiveFee: Amount?
        /// Whether the credentials became others, where that changes no state.
        var isSwap = false

        init(_ state: State, by actor: Actor, _ cause: MoveCause? = nil, note: String? = nil) {
            self.state = state
            by = actor
            self.note = note
            self.cause = cause
        }

        func with(_ consequences: CashOutConsequence...) -> Move {
            var move = self
            move.consequences += consequences
            return move
        }
    }

    /// What a move made of this cash-out, which has made it; `from` is `nil` for the first.
    func transition(
        _ move: Move, from before: State.Name? = nil, postings: [Posting], in facts: Circumstances
    ) -> Transition {
        let isNew = before != state.name
        var events: [EventDraft] = []
        if isNew { events.append(EventDraft(entering: state, move, of: self, at: facts.now)) }
        if let fee = move.excessiveFee { events.append(.feeExceeded(fee, of: self, at: facts.now)) }
        if move.isSwap { events.append(.credentialsSwapped(of: self, at: facts.now)) }
        let entry = TrailEntry(state: state.name, at: facts.now, by: move.by, note: move.note)
        return Transition(
            entry: isNew || move.note != nil ? entry : nil, events: events, postings: postings,
            consequences: move.consequences, effect: wish(in: facts))
    }
}
