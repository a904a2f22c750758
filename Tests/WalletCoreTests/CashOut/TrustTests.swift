import Testing
import WalletCore

@Suite struct TrustTests {
    private let today = CalendarDate(CashOutScene.now)

    private func provider(_ change: (inout Provider) -> Void) -> Provider {
        var provider = Provider.acme
        change(&provider)
        return provider
    }

    private func offer(fee: Int, of debit: Int = 10_000) -> Trust.Offer {
        let cost = Cost(amount: .krw(debit), debit: .krw(debit), cost: .krw(fee), net: .krw(debit - fee))
        return Trust.Offer(cost: cost, fee: .krw(fee), processing: nil)
    }

    @Test func `a provider that a person has checked has no reasons`() {
        #expect(Trust(.acme, on: today, offer: offer(fee: 1500)).reasons == [])
    }

    @Test func `a check is good for a year`() {
        let fresh = provider { $0.verifiedOn = CalendarDate(daysSinceEpoch: today.daysSinceEpoch - 365) }
        #expect(Trust(fresh, on: today).reasons == [])
        let old = provider { $0.verifiedOn = CalendarDate(daysSinceEpoch: today.daysSinceEpoch - 366) }
        let reason = Trust(old, on: today).reasons.first
        #expect(reason?.code == .providerCheckDue)
        #expect(reason?.value == "366d")
        #expect(reason?.since == today.start)
    }

    /// The day may have begun in the east.
    @Test func `a check on a day that has not come is none`() {
        func day(_ offset: Int) -> CalendarDate { CalendarDate(daysSinceEpoch: today.daysSinceEpoch + offset) }
        #expect(Trust(provider { $0.verifiedOn = day(1) }, on: today).reasons == [])
        let reasons = Trust(provider { $0.verifiedOn = day(2) }, on: today).reasons
        #expect(reasons.map(\.code) == [.providerUnverified])
        #expect(
            reasons.first?.message
                == "acme is not verified: its verified_on, \(day(2)), is a day that has not come yet.")
        #expect(reasons.first?.value == day(2).description)
        #expect(reasons.first?.clearsWhen == "verified_on names the day when a person checked it")
        // Days go by, the reason stays the same.
        #expect(Trust(provider { $0.verifiedOn = day(2) }, on: day(-1)).reasons == reasons)
    }

    @Test func `an identity check holds through its last day`() {
        #expect(Trust(provider { $0.identityUntil = today }, on: today).reasons == [])
        let yesterday = CalendarDate(daysSinceEpoch: today.daysSinceEpoch - 1)
        let ended = Trust(provider { $0.identityUntil = yesterday }, on: today).reasons
        #expect(ended.map(\.code) == [.identityExpired])
        #expect(ended.first?.since == today.start)
    }

    @Test func `a fee above 15 percent is too much to be honest, to the last unit`() {
        #expect(Trust(.acme, on: today, offer: offer(fee: 1500)).reasons == [])
        #expect(Trust(.acme, on: today, offer: offer(fee: 1501)).reasons.map(\.code) == [.providerExpensive])
    }

    @Test func `what is missing is named`() {
        let bare = Provider(name: "x", adapter: "exec", identityHash: "")
        let reasons = Trust(bare, on: today).reasons
        #expect(reasons.map(\.code) == [.providerUnverified, .identityMissing])
        #expect(reasons[0].message == "x is not verified: registration, verified_on, identity missing.")
    }

    @Test func `something is told once, and again only after it was over`() {
        let dear = Trust(.acme, on: today, offer: offer(fee: 1501))
        let first = dear.news(told: [])
        #expect(first.notices.map(\.code) == [.expensive])
        #expect(dear.news(told: first.told).notices == [])
        let unasked = Trust(.acme, on: today).news(told: first.told)
        #expect(unasked.told == [.expensive])
        let cheap = Trust(.acme, on: today, offer: offer(fee: 1)).news(told: unasked.told)
        #expect(cheap.told == [])
        #expect(dear.news(told: cheap.told).notices.map(\.code) == [.expensive])
    }

    @Test func `an identity check that ends is told a month before, and not again when it has ended`() {
        func day(_ offset: Int) -> CalendarDate { CalendarDate(daysSinceEpoch: today.daysSinceEpoch + offset) }
        let ending = provider { $0.identityUntil = day(30) }
        let first = Trust(ending, on: today).news(told: [])
        #expect(first.notices.map(\.code) == [.identityExpiring])
        #expect(Trust(ending, on: day(-1)).news(told: []).notices == [])
        #expect(Trust(ending, on: day(31)).news(told: first.told).notices == [])
        #expect(Trust(ending, on: day(31)).news(told: []).notices.map(\.code) == [.identityExpiring])
    }

    @Test func `check due and suspicion are told`() {
        let shady = provider {
            $0.identity = .none
            $0.processing = ProcessingTime(.seconds(60))
            $0.verifiedOn = CalendarDate(year: 2025, month: 1, day: 1)
        }
        #expect(Trust(shady, on: today).news(told: []).notices.map(\.code) == [.checkDue, .suspicious])
    }

    @Test func `a provider that promises nothing is used where a person approves each`() {
        let scene = CashOutScene {
            $0.providerStanding.promise = ProviderPromise()
            $0.rule.mode = .ask
        }
        #expect(scene.decide().reasons == [])
    }
}
