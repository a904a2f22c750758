import Testing
import WalletCore

@Suite struct CashOutFlawTests {
    private func flaws(
        _ change: (inout CashOutRule, inout Provider) -> Void, limits: Budget? = .init(1_000_000),
        sources: [SourceSettings] = []
    ) -> [CashOutFlaw.Code] {
        var rule = CashOutRule.tips
        var provider = Provider.acme
        change(&rule, &provider)
        return rule.flaws(by: provider, limits: limits, sources: sources).map(\.code)
    }

    @Test func `a rule that can act has no flaw`() {
        #expect(flaws { _, _ in } == [])
        #expect(flaws { rule, _ in rule.leave = rule.whenAbove } == [])
        #expect(flaws { rule, _ in rule.maxAmount = .krw(1) } == [])
    }

    @Test func `a threshold below what is left behind`() {
        let found = flaws { rule, _ in rule.leave = .krw(50_001) }
        #expect(found == [.thresholdBelowLeave])
    }

    @Test func `bounds that exclude each other`() {
        let crossed = flaws { rule, _ in
            rule.minAmount = .krw(20_001)
            rule.maxAmount = .krw(20_000)
        }
        #expect(crossed == [.minimumAboveMaximum])
        let provider = flaws { rule, provider in
            rule.maxAmount = .krw(4999)
            provider.minimum = .krw(5000)
        }
        #expect(provider == [.maximumBelowProviderMinimum])
        let step = flaws { rule, provider in
            rule.maxAmount = .krw(999)
            provider.step = .krw(1000)
        }
        #expect(step == [.maximumBelowStep])
        #expect(flaws { rule, _ in rule.maxAmount = .krw(0) } == [.nothingAllowed])
        #expect(flaws { rule, _ in rule.leave = .usd(cents: 1) } == [.mixedAssets])
    }

    @Test func `a bound below zero, which the decision does not believe either`() {
        #expect(flaws { rule, _ in rule.leave = .krw(-1) } == [.negative])
        let scene = CashOutScene { $0.rule.leave = .krw(-1) }
        #expect(scene.decide().plans.map(\.amount) == [.krw(60_000)])
        let both = flaws { rule, _ in
            rule.minAmount = .krw(-1)
            rule.maxFee.amount = .krw(-1)
        }
        #expect(both == [.negative, .negative])
    }

    @Test func `amounts of different assets are not compared`() {
        let found = flaws { rule, provider in
            rule.maxAmount = .krw(1)
            provider.minimum = .usd(cents: 500)
        }
        #expect(found == [])
    }

    @Test func `what acts by itself needs both budgets`() {
        #expect(flaws({ rule, _ in rule.budget = nil }) == [.budgetMissing])
        #expect(flaws({ _, _ in }, limits: nil) == [.limitsMissing])
        let asked = flaws(
            { rule, _ in
                rule.budget = nil
                rule.mode = .ask
            }, limits: nil)
        #expect(asked == [])
        #expect(
            flaws({ _, provider in provider.minimum = .krw(1_000_001) }) == [.budgetBelowMinimum, .budgetBelowMinimum])
    }

    @Test func `debt that is named is refused`() {
        let bill = SourceSettings(
            name: "tips", adapter: "exec", every: .minutes(15), staleAfter: .hours(1), kind: .carrierBilling)
        #expect(flaws({ _, _ in }, sources: [bill]) == [.debt])
        let other = SourceSettings(
            name: "phone", adapter: "exec", every: .minutes(15), staleAfter: .hours(1), kind: .carrierBilling)
        #expect(flaws({ _, _ in }, sources: [other]) == [])
        #expect(flaws({ rule, _ in rule.from = [HoldingPattern(source: Glob("*"))] }, sources: [bill]) == [])
    }

    @Test func `all flaws are found at once, each at its key`() {
        var rule = CashOutRule.tips
        rule.leave = .krw(60_000)
        rule.minAmount = .krw(2)
        rule.maxAmount = .krw(1)
        rule.budget = nil
        var provider = Provider.acme
        provider.minimum = .krw(2)
        let found = rule.flaws(by: provider, limits: .init(1), sources: [])
        #expect(
            found.map(\.key) == ["when_above", "min_amount", "max_amount", "budget", "limits", "limits"])
        #expect(
            found[0].message
                == "when_above, 50000 KRW, is below what is left behind, 60000 KRW: there would be nothing to move")
    }
}
