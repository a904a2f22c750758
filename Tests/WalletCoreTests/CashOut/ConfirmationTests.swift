import Testing
import WalletCore

/// Not the one of Testing.
private typealias Confirmation = WalletCore.Confirmation

@Suite struct ConfirmationTests {
    private let pace = Confirmation.Pace(every: .minutes(30))

    private func look(_ clock: String, asOf: String? = nil, by observer: HoldingLook.Observer = .source) -> HoldingLook
    {
        HoldingLook(begun: .at(clock), asOf: asOf.map { .at($0) }, available: .krw(60_000), by: observer)
    }

    private func counted(_ looks: [HoldingLook], pace: Confirmation.Pace? = nil) -> Int {
        var confirmation = Confirmation()
        for look in looks { confirmation.take(look, saying: .due, pace: pace ?? self.pace) }
        return confirmation.count
    }

    @Test func `readings in a row count from the first`() {
        #expect(counted([look("1:00")]) == 1)
        #expect(counted([look("1:00"), look("1:30"), look("2:00")]) == 3)
    }

    @Test func `a reading less than half a poll after the one before does not count`() {
        #expect(counted([look("1:00"), look("1:14")]) == 1)
        #expect(counted([look("1:00"), look("1:15")]) == 2)
        #expect(counted([look("1:00"), look("1:14"), look("1:15")]) == 2)
    }

    @Test func `the same balance shown again by the vendor does not count`() {
        #expect(counted([look("1:00", asOf: "0:50"), look("1:30", asOf: "0:50")]) == 1)
        #expect(counted([look("1:00", asOf: "0:50"), look("1:30", asOf: "1:20")]) == 2)
    }

    @Test func `one reading under the threshold begins anew`() {
        var confirmation = Confirmation()
        confirmation.take(look("1:00"), saying: .due, pace: pace)
        confirmation.take(look("1:30"), saying: .notDue, pace: pace)
        #expect(confirmation == Confirmation())
        confirmation.take(look("2:00"), saying: .due, pace: pace)
        #expect(confirmation.count == 1)
        #expect(confirmation.since == .at("2:00"))
    }

    @Test func `a failed read begins anew`() {
        var confirmation = Confirmation()
        confirmation.take(look("1:00"), saying: .due, pace: pace)
        confirmation.fail()
        #expect(confirmation == Confirmation())
    }

    @Test func `readings begun before the last cash-out ended count for nothing`() {
        let freed = Confirmation.Pace(every: .minutes(30), freed: .at("1:30"))
        #expect(counted([look("1:00"), look("1:30")], pace: freed) == 0)
        #expect(counted([look("1:00"), look("1:31"), look("2:01")], pace: freed) == 2)
        var confirmation = Confirmation()
        confirmation.take(look("1:00"), saying: .due, pace: pace)
        confirmation.take(look("1:31"), saying: .due, pace: freed)
        #expect(confirmation.count == 1)
    }

    @Test func `what a person records needs no second look`() {
        var confirmation = Confirmation()
        confirmation.take(look("1:00", by: .person), saying: .due, pace: Confirmation.Pace(every: nil))
        #expect(confirmation.meets(100))
        confirmation.take(look("1:01", by: .person), saying: .notDue, pace: Confirmation.Pace(every: nil))
        #expect(!confirmation.meets(1))
        let scene = CashOutScene {
            $0.holdings = [.till { $0.standing = .recorded }]
            $0.standing.confirmations = [:]
        }
        #expect(scene.decide().reasons == [])
    }

    @Test func `a stored count goes on`() {
        var stored = Confirmation(count: 1, since: .at("1:00"), last: .at("1:00"), lastAsOf: .at("0:50"))
        #expect(!stored.meets(2))
        stored.take(look("1:30", asOf: "1:20"), saying: .due, pace: pace)
        #expect(stored.meets(2))
    }

    @Test func `a reading says that it is time by the sum of all holdings, as they are known`() {
        let rule = CashOutRule.tips
        let now = CashOutScene.now
        let holdings = [HoldingStanding.till("a", .krw(30_000)), .till("b", .krw(20_001))]
        #expect(rule.verdict(on: holdings, at: now) == .due)
        #expect(rule.verdict(on: [holdings[0]], at: now) == .notDue)
        let unknown = HoldingStanding.till("b", .krw(20_001)) { $0.standing = .unlisted }
        #expect(rule.verdict(on: [holdings[0], unknown], at: now) == .notDue)
    }
}
