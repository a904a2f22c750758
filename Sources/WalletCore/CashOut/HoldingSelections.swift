/// Which holdings each rule takes from.
struct HoldingSelections: Sendable {
    /// What two rules have in common that take from the same.
    private struct Selection: Hashable {
        let from: [HoldingPattern]
        let asset: String
    }

    /// In the order of their names.
    private let sources: [(name: String, holdings: [HoldingStanding])]
    private let places: [String: Int]
    private var known: [Selection: [HoldingStanding]] = [:]

    init(_ holdings: [HoldingStanding]) {
        sources = Dictionary(grouping: holdings, by: \.id.source)
            .map { (name: $0, holdings: $1.sorted { $0.id < $1.id }) }
            .sorted { $0.name < $1.name }
        places = Dictionary(uniqueKeysWithValues: sources.enumerated().map { ($1.name, $0) })
    }

    /// In the order of their names; kept for rules that take from the same.
    mutating func holdings(of rule: CashOutRule) -> [HoldingStanding] {
        let selection = Selection(from: rule.from, asset: rule.asset.code)
        if let known = known[selection] { return known }
        let found = places(of: rule).flatMap { holdings(of: rule, in: sources[$0]) }
        known[selection] = found
        return found
    }

    func holdings(named ids: Set<HoldingID>) -> [HoldingStanding] {
        sources.flatMap { $0.holdings.filter { ids.contains($0.id) } }
    }

    /// Of the sources that some pattern names.
    private func places(of rule: CashOutRule) -> [Int] {
        guard rule.from.allSatisfy(\.source.isLiteral) else {
            return sources.indices.filter { place in rule.from.contains { $0.source.matches(sources[place].name) } }
        }
        return Set(rule.from.compactMap { places[$0.source.pattern] }).sorted()
    }

    private func holdings(
        of rule: CashOutRule, in source: (name: String, holdings: [HoldingStanding])
    ) -> [HoldingStanding] {
        let accounts = rule.from.filter { $0.source.matches(source.name) }.map(\.account)
        let isWhole = accounts.contains(nil)
        return source.holdings.filter { standing in
            standing.id.asset == rule.asset.code
                && (isWhole || accounts.contains { $0?.matches(standing.id.account) ?? true })
        }
    }
}
