/// What became of a draft: a plan, a question to the provider, or what holds it; reasons may come with a plan.
struct PricedDraft {
    let draft: Draft
    var plan: Plan?
    var wanted: QuoteRequest?
    var reasons: [CashOutReason] = []
    /// What budgets must bear; where no quote is known yet, by the provider's fee table.
    var cost: Cost?

    init(_ draft: Draft) {
        self.draft = draft
    }
}
