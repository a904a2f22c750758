import WalletCore
import WalletStore

/// What deciding costs: the facts from the database, and the decision on them.
struct Deciding {
    let workload: DecisionWorkload
    let reader: StoreReader

    /// Nanoseconds of processor time of each round: reading the facts, deciding, deciding where all is entangled.
    func measure(rounds: Int) async throws(StoreError) -> [(facts: Int64, decision: Int64, entangled: Int64)] {
        let quotes = answers(to: try await facts(), workload.configuration)
        let entangledQuotes = answers(to: try await facts(), workload.entangled)
        var figures: [(facts: Int64, decision: Int64, entangled: Int64)] = []
        for _ in 0..<rounds {
            var reading = Stopwatch()
            var facts = CashOutFacts(now: workload.now)
            try await reading.measure { () async throws(StoreError) in facts = try await self.facts() }
            facts.quotes = quotes
            let decision = await time(workload.configuration, on: facts)
            facts.quotes = entangledQuotes
            let entangled = await time(workload.entangled, on: facts)
            figures.append((reading.processorNanoseconds, decision, entangled))
        }
        return figures
    }

    private func facts() async throws(StoreError) -> CashOutFacts {
        try await reader.read { [workload] transaction throws(StoreError) in
            try transaction.cashOutFacts(workload.scope, at: workload.now)
        }
    }

    /// A price for all that is wanted.
    private func answers(
        to facts: CashOutFacts, _ configuration: CashOutConfiguration
    ) -> [QuoteRequest: QuoteAnswer] {
        let wanted = CashOutRound(configuration, on: facts).decide().flatMap(\.wanted)
        return Dictionary(
            uniqueKeysWithValues: wanted.map { request in
                (request, QuoteAnswer.quoted(Quote(fee: Amount(units: 10, of: request.legs[0].amount.asset))))
            })
    }

    private func time(_ configuration: CashOutConfiguration, on facts: CashOutFacts) async -> Int64 {
        var stopwatch = Stopwatch()
        var decisions: [CashOutDecision] = []
        await stopwatch.measure { decisions = CashOutRound(configuration, on: facts).decide() }
        let acting = decisions.count { $0.word == .act }
        precondition(acting == workload.rules, "\(acting) of \(workload.rules) rules act")
        return stopwatch.processorNanoseconds
    }
}
