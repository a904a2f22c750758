import Testing
import WalletTestSupport

@testable import WalletCore

/// Which holdings a rule takes from, found without trying each pattern on each holding.
@Suite struct HoldingSelectionTests {
    private static let assets = [Asset(code: "KRW", scale: 0), Asset(code: "USD", scale: 2)]
    private static let globs = ["a", "b", "ab", "a*", "*b", "?", "*", "c"]

    @Test(arguments: 0..<300)
    func `a rule gets what its patterns match, each once, by name`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let holdings = holdings(&random)
        var selections = HoldingSelections(holdings.shuffled(using: &random))
        for _ in 0..<4 {
            let rule = rule(&random)
            let expected = holdings.filter { rule.selects($0.id) }.map(\.id).sorted()
            // The second time it is remembered.
            for _ in 0..<2 { #expect(selections.holdings(of: rule).map(\.id) == expected, "\(rule.from)") }
        }
    }

    private func rule(_ random: inout SeededGenerator) -> CashOutRule {
        let patterns = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            let account = Bool.random(using: &random) ? nil : Self.globs.randomElement(using: &random)
            return HoldingPattern(
                source: Glob(Self.globs.randomElement(using: &random) ?? "a"), account: account.map(Glob.init))
        }
        let asset = Self.assets.randomElement(using: &random) ?? Self.assets[0]
        return CashOutRule(name: "tips", from: patterns, whenAbove: .zero(of: asset), to: "my-bank")
    }

    private func holdings(_ random: inout SeededGenerator) -> [HoldingStanding] {
        var holdings: [HoldingStanding] = []
        for source in ["a", "ab", "b", "bb", "c"] {
            for account in ["a", "ab", "b"] {
                for asset in Self.assets where Int.random(in: 0..<3, using: &random) > 0 {
                    let amount = Amount(units: 1, of: asset)
                    let holding = Holding(
                        id: HoldingID(source: source, account: account, asset: asset.code), kind: .bank,
                        balance: Holding.KnownBalance(available: amount, total: amount),
                        changedAt: Timestamp(milliseconds: 0), readAt: Timestamp(milliseconds: 0), standing: .listed)
                    holdings.append(HoldingStanding(holding, staleAfter: .seconds(1), withdrawal: .direct))
                }
            }
        }
        return holdings
    }
}
