import Testing
import WalletCore

@Suite struct CashOutIdentityTests {
    private func text(_ change: (inout CashOutScene) -> Void = { _ in }) -> String {
        let scene = CashOutScene(change)
        return scene.rule.consentText(scene.destination, scene.provider)
    }

    @Test func `the same rule, destination and provider are the same`() {
        let two = [HoldingPattern(source: Glob("a")), HoldingPattern(source: Glob("b"), account: Glob("x"))]
        let reversed = text { $0.rule.from = two.reversed() }
        #expect(text { $0.rule.from = two } == reversed)
    }

    private static let changes: [@Sendable (inout CashOutScene) -> Void] = [
        { $0.rule.from = [HoldingPattern(source: Glob("tips"), account: Glob("*"))] },
        { $0.rule.whenAbove = .krw(50_001) }, { $0.rule.leave = .krw(5001) },
        { $0.rule.destination = "other" }, { $0.rule.mode = .ask }, { $0.rule.maxFee.percent = .of("1%") },
        { $0.rule.maxFee.amount = .krw(1) }, { $0.rule.minAmount = .krw(1) }, { $0.rule.maxAmount = .krw(1) },
        { $0.rule.confirm = 1 }, { $0.rule.cooldown = .days(1) }, { $0.rule.maxAge = .days(1) },
        { $0.rule.beforeExpiry = .days(1) }, { $0.rule.approveWithin = .days(1) }, { $0.rule.budget = .init(1) },
        { $0.destination.identity = "bank-2" }, { $0.destination.coolingOff = .zero },
        { $0.provider.identityHash = "acme-2" }, { $0.provider.registration = "1" },
        { $0.provider.verifiedOn = nil }, { $0.provider.identity = .pending },
        { $0.provider.identityUntil = CalendarDate(.at("0:00")) }, { $0.provider.fee = FeeTable(fixed: .krw(1)) },
        { $0.provider.minimum = .krw(1) }, { $0.provider.step = .krw(1) }, { $0.provider.bundling = .bundles },
        { $0.provider.processing = ProcessingTime(.hours(1)) }, { $0.provider.reversalWindow = .zero },
        { $0.provider.timeout = .seconds(1) },
    ]

    @Test func `any change to rule, destination or provider is another revision`() {
        let texts = Self.changes.map { text($0) } + [text()]
        #expect(Set(texts).count == texts.count)
    }
}
