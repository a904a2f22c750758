import WalletCore

extension Blueprint {
    /// Many holdings of one source that one rule pays out, each by itself, through a provider that keeps every promise.
    static func busy(holdings count: Int, _ character: Character = .idempotentWithLookup) -> Blueprint {
        var blueprint = Blueprint()
        blueprint.sources = ["s1"]
        blueprint.accounts = (1...count).map { "s1/\($0)" }
        blueprint.characters = ["p1": character]
        var rule = CashOutRule(
            name: "r1", from: [HoldingPattern(source: Glob("s1"))], whenAbove: .won(50_000), to: "d1")
        rule.mode = .auto
        rule.confirm = 1
        rule.budget = Budget(amount: .won(1_000_000_000_000), fees: .won(1_000_000_000), every: window)
        blueprint.rules = [rule]
        return blueprint
    }
}
