import Testing
import WalletCore

/// What a provider takes, by its fee or by what does not arrive, against what it is known to take.
@Suite struct CashOutFeeTableTests {
    /// 75000 KRW go, of which 1625 KRW are known to be taken.
    private static func scene(_ quote: Quote) -> CashOutScene {
        CashOutScene {
            $0.holdings = [.till("till", .krw(80_000))]
            $0.provider.fee = FeeTable(percent: .of("1.5%"), fixed: .krw(500))
            $0.quote = { _ in .quoted(quote) }
        }
    }

    @Test func `a small fee beside which more is lost than is known to be taken is not paid`() {
        let decision = Self.scene(Quote(fee: .krw(100), receives: .krw(73_000))).decide()
        #expect(decision.reasons.map(\.code) == [.feeDiffers])
        #expect(
            decision.reasons.map(\.message) == [
                "acme takes 2000 KRW of 75000 KRW, more than the 1625 KRW of its fee table."
            ])
        #expect(decision.reasons.map(\.value) == ["2000 KRW"])
        #expect(decision.reasons.map(\.limit) == ["1625 KRW"])
    }

    @Test func `what is known to be taken may be missing from what arrives, to the last digit`() {
        #expect(Self.scene(Quote(fee: .krw(100), receives: .krw(73_375))).decide().word == .act)
        let more = Self.scene(Quote(fee: .krw(100), receives: .krw(73_374))).decide()
        #expect(more.reasons.map(\.value) == ["1626 KRW"])
    }

    @Test func `a fee above what is known differs, whatever is said to arrive`() {
        let decision = Self.scene(Quote(fee: .krw(1626), receives: .krw(74_000))).decide()
        #expect(decision.reasons.map(\.code) == [.feeDiffers])
        #expect(decision.reasons.map(\.value) == ["1626 KRW"])
    }

    @Test func `of a fee on top, what is lost beside it counts too`() {
        func reasons(arriving less: Int) -> [CashOutReason] {
            CashOutScene {
                $0.provider.fee = FeeTable(fixed: .krw(500))
                $0.quote = { amount in
                    let receives = Amount(units: amount.units - Int128(less), of: .krw)
                    return .quoted(Quote(fee: .krw(500), from: .balance, receives: receives))
                }
            }.decide().reasons
        }
        #expect(reasons(arriving: 0) == [])
        #expect(reasons(arriving: 1).map(\.code) == [.feeDiffers])
        #expect(reasons(arriving: 1).map(\.value) == ["501 KRW"])
    }

    @Test func `a bad exchange rate is for the fee ceiling to bound, and no fee that differs`() throws {
        func decision(_ fee: Int, max: Int) throws -> CashOutDecision {
            try CashOutScene {
                $0.facts.rates = try .of([.of("USD/KRW", "1400")])
                $0.rule.maxFee = FeeCeiling(amount: .krw(max))
                $0.provider.fee = FeeTable(fixed: .krw(500))
                $0.quote = { _ in .quoted(Quote(fee: .krw(fee), receives: .usd(cents: 3891))) }
            }.decide()
        }
        #expect(try decision(500, max: 600).plans.map(\.cost.cost) == [.krw(526)])
        #expect(try decision(500, max: 600).reasons == [])
        #expect(try decision(500, max: 525).reasons.map(\.code) == [.feeTooHigh])
        #expect(try decision(501, max: 600).reasons.map(\.code) == [.feeDiffers])
    }
}
