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
        facts.rateFailures = desk.rateSilences.all
        for (name, failure) in desk.silences.all { facts.providers[name]?.silence = failure }
        return desk.seam.facts(facts)
    }

    /// What providers promise and what money is worth, without any holding.
    func terms() throws(StoreError) -> CashOutFacts {
        try transaction.cashOutFacts(configuration.cashOutScope.withoutHoldings, at: look.now)
    }

    /// A decision, and what was decided before about its rule.
    struct Finding {
        let decision: CashOutDecision
        let previous: CashOutDecision?

        var isNews: Bool { decision.isNews(after: previous) }
        /// Whether it is to be kept or acted on.
        var isWorthCommitting: Bool { decision.word == .act || isNews }
    }

    /// One for each rule, by name, each reason with the time since when it has held.
    func findings(on facts: CashOutFacts) throws(StoreError) -> [Finding] {
        var findings: [Finding] = []
        for decision in CashOutRound(configuration.cashOuts, on: facts).decide() {
            let previous = try previous(decision)
            findings.append(Finding(decision: decision.continuing(previous, at: look.now), previous: previous))
        }
        return findings
    }

    /// The same without what was decided before.
    func decisions(on facts: CashOutFacts) throws(StoreError) -> [CashOutDecision] {
        try findings(on: facts).map(\.decision)
    }

    private func previous(_ decision: CashOutDecision) throws(StoreError) -> CashOutDecision? {
        guard let rule = decision.rule else { return nil }
        return try transaction.decision(about: rule)?.decision
    }

    /// What providers are to be asked, that has not been asked just now; whatever is known, for a person who waits.
    func wanted(by decisions: [CashOutDecision], for use: QuoteBook.Use? = nil) -> [QuoteRequest] {
        decisions.flatMap { decision in
            decision.wanted.filter {
                desk.quotes.isDue($0, for: use ?? (decision.reasons.isEmpty ? .acting : .showing), at: look.now)
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
        let findings = try findings(on: facts)
        for finding in findings where finding.isNews { try keep(finding) }
        let decisions = findings.map(\.decision)
        try announceTrust(by: decisions, on: facts)
        return decisions
    }

    private func keep(_ finding: Finding) throws(StoreError) {
        let (decision, previous) = (finding.decision, finding.previous)
        try transaction.record(decision)
        guard decision.showsAll, !(previous?.showsAll ?? false) else { return }
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

extension CashOutDecision {
    /// Whether it is known what it would do, all of it.
    fileprivate var showsAll: Bool { wouldGo && !plans.isEmpty && wanted.isEmpty }
}

extension Provider {
    /// Of all that it asks now, what a person should look at first.
    fileprivate func offer(among plans: [Plan], on today: CalendarDate) -> Trust.Offer? {
        let offers = plans.filter { $0.provider == name }.map(Trust.Offer.init)
        let usual = Trust(self, on: today).reasons.count
        return offers.first { Trust(self, on: today, offer: $0).reasons.count > usual } ?? offers.first
    }
}
