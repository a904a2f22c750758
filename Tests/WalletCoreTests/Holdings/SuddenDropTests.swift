import Testing
import WalletCore

@Suite struct SuddenDropTests {
    private let polled = SourceSettings(name: "tmoney", adapter: "exec", every: .minutes(15), staleAfter: .hours(1))
    private let manual = SourceSettings(name: "tmoney", adapter: "manual", every: nil, staleAfter: .days(365))

    @Test(
        arguments: [
            (1000, 0, HoldingDoubt.Drop.toZero), (1000, 99, .underTenth), (1000, 100, nil), (1001, 100, .underTenth),
            (1, 0, .toZero), (5, 1, nil), (0, 0, nil), (0, 5, nil), (1000, 5000, nil), (1000, -1, .underTenth),
            (-1000, 0, .toZero), (-1000, -1, nil), (-1000, -9000, nil), (0, -500, nil), (9, 0, .toZero), (10, 1, nil),
            (11, 1, .underTenth),
        ] as [(Int, Int, HoldingDoubt.Drop?)])
    func `to zero or under a tenth is doubted`(last: Int, next: Int, drop: HoldingDoubt.Drop?) {
        let held = Holding.card { $0.balance = .init(.krw(last)) }
        #expect(drops(decide([held], [Balance(account: "card-1", available: .krw(next))])) == [drop].compactMap(\.self))
    }

    @Test func `the extremes of an amount are compared without overflow`() {
        let held = Holding.card { $0.balance = .init(Amount(units: .max, of: .krw)) }
        let low = Balance(account: "card-1", available: Amount(units: .min, of: .krw))
        #expect(drops(decide([held], [low])) == [.underTenth])
    }

    @Test func `one drop holds the whole reading back`() throws {
        let other = Holding(
            id: HoldingID(source: "tmoney", account: "card-2", asset: "KRW"), kind: .prepaid,
            balance: .init(.krw(700)), changedAt: .at("0:00"), readAt: .at("0:00"), standing: .listed)
        let decision = decide(
            [.card(), other],
            [
                Balance(account: "card-1", available: .krw(9000)), Balance(account: "card-2", available: .krw(1)),
            ])
        guard case .confirm(let doubts) = decision else {
            Issue.record("recorded")
            return
        }
        #expect(doubts.map(\.before) == [other])
        #expect(doubts.first?.read == .krw(1))
        var doubted = other
        doubted.standing = .doubted
        #expect(doubts.first?.doubted == HoldingChange(before: other, after: doubted))
    }

    @Test func `an empty complete reading is doubted where anything was held, but not again where nothing is left`() {
        #expect(drops(decide([.card()], [])) == [.toZero])
        let empty = Holding.card { $0.balance = .init(.krw(0)) }
        #expect(drops(decide([empty], [])) == [])
        #expect(drops(decide([], [])) == [])
    }

    @Test func `an incomplete reading that does not list a holding is no drop`() {
        #expect(drops(decide([.card()], [], .partial)) == [])
    }

    @Test func `a drop is doubted whatever the vendor's time`() {
        let zero = Balance(account: "card-1", available: .krw(0), asOf: .at("0:59"))
        #expect(drops(decide([.card()], [zero])) == [.toZero])
    }

    @Test func `a holding that was unknown is doubted against its last value and stays unknown meanwhile`() {
        let unknown = Holding.card { $0.standing = .unlisted }
        guard case .confirm(let doubts) = decide([unknown], []) else {
            Issue.record("recorded")
            return
        }
        #expect(doubts.map(\.doubted.after) == [unknown])
    }

    @Test func `the second read is recorded, whether it agrees or differs`() {
        for available in [0, 1, 2500] {
            let balance = Balance(account: "card-1", available: .krw(available))
            guard case .record = decide([.card()], [balance], attempt: .confirming) else {
                Issue.record("\(available) was held back again")
                return
            }
        }
    }

    @Test func `after a doubt that nothing settled the next poll decides`() throws {
        let doubted = Holding.card { $0.standing = .doubted }
        guard case .record(let changes) = decide([doubted], []) else {
            Issue.record("held back again")
            return
        }
        #expect(changes.first?.after.balance == .init(.krw(0)))
        #expect(changes.first?.after.standing == .listed)

        guard case .record(let same) = decide([doubted], [Balance(account: "card-1", available: .krw(2500))]) else {
            Issue.record("held back again")
            return
        }
        #expect(same.first?.span == .extended)
        #expect(same.first?.after.changedAt == .at("0:00"))
    }

    @Test func `what a person records is not doubted`() {
        let decision = Recording(settings: manual, stored: [.card()])
            .decide(Reading(balances: [], completeness: .complete), begun: .at("1:00"), attempt: .first)
        #expect(drops(decision) == [])
    }

    private func decide(
        _ stored: [Holding], _ balances: [Balance], _ completeness: Reading.Completeness = .complete,
        attempt: ReadAttempt = .first
    ) -> RecordingDecision {
        Recording(settings: polled, stored: stored)
            .decide(Reading(balances: balances, completeness: completeness), begun: .at("1:00"), attempt: attempt)
    }

    private func drops(_ decision: RecordingDecision) -> [HoldingDoubt.Drop] {
        switch decision {
        case .record: []
        case .confirm(let doubts): doubts.map(\.drop)
        }
    }
}
