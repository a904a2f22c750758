/// One cash-out: an item of `GET /v1/cashouts`, with its trail where it is asked for by its id.
package struct CashOut: Codable, Sendable, Equatable {
    package var id: String
    /// `planned`, `awaiting-approval`, `approved`, `prepared`, `sending`, `pending`, `needs-user`, `settled`, `final`,
    /// `rejected`, `returned`, `unknown` or `abandoned`.
    package var state: String
    /// `rule`, or `person` where one has to approve it.
    package var approval: String
    package var plannedAt: String
    /// Since when it has no claim to its holdings any more.
    package var endedAt: String?
    /// Ours: made once, never changed.
    package var reference: String?
    /// The provider's own.
    package var providerReference: String?
    /// What the provider took, where that is known.
    package var feeTaken: Amount?
    /// What the provider wants a person to do.
    package var message: String?
    /// What it moves, of which `expires` says how long it may still be approved or sent.
    package var terms: Plan
    /// Oldest first; absent in lists.
    package var trail: [TrailEntry]?
    /// Those that were made with it and have its bundle, in the answer to making it.
    package var others: [CashOut]?

    package init(id: String, state: String, approval: String, plannedAt: String, terms: Plan) {
        self.id = id
        self.state = state
        self.approval = approval
        self.plannedAt = plannedAt
        self.terms = terms
    }

    /// A step that it took.
    package struct TrailEntry: Codable, Sendable, Equatable {
        package var state: String
        package var at: String
        /// `rule`, `provider`, `walletd`, or a person's name.
        package var by: String
        package var note: String?

        package init(state: String, at: String, by: String, note: String? = nil) {
            self.state = state
            self.at = at
            self.by = by
            self.note = note
        }
    }
}

extension CashOut {
    private enum CodingKeys: String, CodingKey {
        case id, state, approval, reference, message, trail, others
        case plannedAt = "planned_at"
        case endedAt = "ended_at"
        case providerReference = "provider_reference"
        case feeTaken = "fee_taken"
    }

    /// The plan's fields stand beside its own.
    package init(from decoder: any Decoder) throws {
        terms = try Plan(from: decoder)
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.decode(String.self, forKey: .id)
        state = try fields.decode(String.self, forKey: .state)
        approval = try fields.decode(String.self, forKey: .approval)
        plannedAt = try fields.decode(String.self, forKey: .plannedAt)
        endedAt = try fields.decodeIfPresent(String.self, forKey: .endedAt)
        reference = try fields.decodeIfPresent(String.self, forKey: .reference)
        providerReference = try fields.decodeIfPresent(String.self, forKey: .providerReference)
        feeTaken = try fields.decodeIfPresent(Amount.self, forKey: .feeTaken)
        message = try fields.decodeIfPresent(String.self, forKey: .message)
        trail = try fields.decodeIfPresent([TrailEntry].self, forKey: .trail)
        others = try fields.decodeIfPresent([CashOut].self, forKey: .others)
    }

    package func encode(to encoder: any Encoder) throws {
        try terms.encode(to: encoder)
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(id, forKey: .id)
        try fields.encode(state, forKey: .state)
        try fields.encode(approval, forKey: .approval)
        try fields.encode(plannedAt, forKey: .plannedAt)
        try fields.encodeIfPresent(endedAt, forKey: .endedAt)
        try fields.encodeIfPresent(reference, forKey: .reference)
        try fields.encodeIfPresent(providerReference, forKey: .providerReference)
        try fields.encodeIfPresent(feeTaken, forKey: .feeTaken)
        try fields.encodeIfPresent(message, forKey: .message)
        try fields.encodeIfPresent(trail, forKey: .trail)
        try fields.encodeIfPresent(others, forKey: .others)
    }
}
