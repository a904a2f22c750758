import WalletCore
import WalletStore

/// Decides the cash-out rules inside one transaction, on exactly what it shows.
struct CashOutReview<Transaction: StoreTransaction> {
    let configuration: ActiveConfiguration
    let look: Timekeeper.Look
    let desk: CashOutDesk
    let transaction: Transaction

    /// All that is known now, of these sources also where no rule takes from them.
    func facts(with sources: Set<String> = []) throws(StoreError) -> CashOutFacts {
        var facts = try transaction.cashOutFacts(configuration.cashOutScope(with: sources), at: look.now)
        // What is stored of the stops is in the facts already.
        facts.stops = try desk.stops(at: look, in: transaction)
        facts.quotes = desk.quotes.answers(at: look.now)
        return desk.seam.facts(facts)
    }

    /// One decision for each rule, by name, each reason with the time since when it has held.
    func decisions(on facts: CashOutFacts) throws(StoreError) -> [CashOutDecision] {
        var decisions: [CashOutDecision] = []
        for decision in CashOutRound(configuration.cashOuts, on: facts).decide() {
            decisions.append(decision.continuing(try previous(decision), at: look.now))
        }
        return decisions
    }

    /// Whether a decision is to be kept or acted on.
    func isWorthCommitting(_ decision: CashOutDecision) throws(StoreError) -> Bool {
        if decision.word == .act { return true }
        return decision.isNews(after: try previous(decision))
    }

    func previous(_ decision: CashOutDecision) throws(StoreError) -> CashOutDecision? {
        guard let rule = decision.rule else { return nil }
        return try transaction.decision(about: rule)?.decision
    }

    /// What providers are to be asked, that has not been asked just now.
    func wanted(by decisions: [CashOutDecision]) -> [QuoteRequest] {
        decisions.flatMap { decision in
            decision.wanted.filter {
                desk.quotes.isDue($0, for: decision.reasons.isEmpty ? .acting : .showing, at: look.now)
            }
        }
    }
}

extension CashOutReview where Transaction == WriteTransaction {
    /// Decides, and keeps and announces what is new.
    func decide() throws(StoreError) -> [CashOutDecision] {
        configuration.decidesCashOuts ? try keep(on: facts()) : []
    }

    func keep(on facts: CashOutFacts) throws(StoreError) -> [CashOutDecision] {
        let decisions = try decisions(on: facts)
        for decision in decisions { try keep(decision) }
        try announceTrust(by: decisions, on: facts)
        return decisions
    }

    private func keep(_ decision: CashOutDecision) throws(StoreError) {
        let previous = try previous(decision)
        guard decision.isNews(after: previous) else { return }
        try transaction.record(decision)
        guard decision.wouldGo, !decision.plans.isEmpty,
            !(previous?.wouldGo ?? false) || previous?.plans.isEmpty ?? true
        else { return }
        _ = try transaction.append(decision.plans.map { .wouldGo($0, because: decision.reasons, at: look.now) })
    }

    /// What a person should know of each provider, once.
    private func announceTrust(by decisions: [CashOutDecision], on facts: CashOutFacts) throws(StoreError) {
        let plans = decisions.flatMap(\.plans)
        let today = CalendarDate(look.now)
        for (name, provider) in configuration.cashOuts.providers.sorted(by: { $0.key < $1.key }) {
            guard facts.providers[name] != nil else { continue }
            let offer = provider.offer(among: plans, on: today)
            let told = try transaction.told(about: name)
            let news = Trust(provider, on: today, offer: offer).news(told: told)
            if news.told != told { try transaction.save(told: news.told, about: name) }
            _ = try transaction.append(news.notices.map { EventDraft($0, at: look.now) })
        }
    }
}

extension Provider {
    /// Of all that it asks now, what a person should look at first.
    fileprivate func offer(among plans: [Plan], on today: CalendarDate) -> Trust.Offer? {
        let offers = plans.filter { $0.provider == name }.map(Trust.Offer.init)
        let usual = Trust(self, on: today).reasons.count
        return offers.first { Trust(self, on: today, offer: $0).reasons.count > usual } ?? offers.first
    }
}
