import Testing
import WalletCore

@Suite struct RecordingTests {
    private let settings = SourceSettings(
        name: "tmoney", adapter: "exec", every: .minutes(15), staleAfter: .hours(1), kind: .prepaid)

    @Test func `a new holding takes its source's kind and opens a span`() throws {
        let change = try #require(record([], [Balance(account: "card-1", available: .krw(2500))]).first)
        #expect(change.before == nil)
        #expect(
            change.after
                == .card {
                    $0.changedAt = .at("1:00")
                    $0.readAt = .at("1:00")
                })
        #expect(change.span == .opened)
        #expect(!change.isExtensionOnly)
    }

    @Test func `the same balance extends its span`() throws {
        let change = try #require(
            record([.card()], [Balance(account: "card-1", available: .krw(2500), asOf: .at("0:59"))]).first)
        #expect(
            change.after
                == .card {
                    $0.readAt = .at("1:00")
                    $0.asOf = .at("0:59")
                })
        #expect(change.span == .extended)
        #expect(change.isExtensionOnly)
    }

    @Test func `another available or total opens a span`() throws {
        for balance in [
            Balance(account: "card-1", available: .krw(2499)),
            Balance(account: "card-1", available: .krw(2500), total: .krw(2501)),
        ] {
            let change = try #require(record([.card()], [balance]).first)
            #expect(change.span == .opened)
            #expect(change.balanceChanged)
            #expect(change.after.changedAt == .at("1:00"))
        }
    }

    @Test func `another kind or other lots are told and extend the span`() throws {
        let lots = [Lot(amount: .krw(5), expires: CalendarDate(daysSinceEpoch: 20_000))]
        let balance = Balance(account: "card-1", available: .krw(2500), kind: .points, lots: lots)
        let change = try #require(record([.card()], [balance]).first)
        #expect(change.span == .extended)
        #expect(change.kindChanged && change.lotsChanged && !change.balanceChanged)
        #expect(!change.isExtensionOnly)
    }

    @Test func `a complete reading makes what it does not list zero`() throws {
        let held = Holding.card {
            $0.asOf = .at("0:00")
            $0.lots = [Lot(amount: .krw(5), expires: CalendarDate(daysSinceEpoch: 20_000))]
        }
        let change = try #require(record([held], []).first)
        #expect(change.span == .opened)
        #expect(
            change.after
                == .card {
                    $0.balance = .init(.krw(0))
                    $0.changedAt = .at("1:00")
                    $0.readAt = .at("1:00")
                })
        let again = try #require(record([change.after], [], begun: "2:00").first)
        #expect(again.span == .extended)
        #expect(again.isExtensionOnly)
        #expect(again.after.changedAt == .at("1:00"))
    }

    @Test func `an incomplete reading makes what it does not list unknown, once`() throws {
        let change = try #require(record([.card()], [], .partial).first)
        #expect(change.span == .ended)
        #expect(change.after == .card { $0.standing = .unlisted })
        #expect(record([change.after], [], .partial).isEmpty)
    }

    @Test func `a holding back from unknown opens a span, also with the same balance`() throws {
        let unknown = Holding.card { $0.standing = .unlisted }
        let same = try #require(record([unknown], [Balance(account: "card-1", available: .krw(2500))]).first)
        #expect(same.span == .opened)
        #expect(same.after.changedAt == .at("0:00"))
        #expect(!same.balanceChanged)
        let gone = try #require(record([unknown], []).first)
        #expect(gone.span == .opened)
        #expect(gone.after.balance == .init(.krw(0)))
    }

    @Test func `changes come in the order of the holdings' ids`() {
        let balances = ["c", "a", "b"].map { Balance(account: $0, available: .krw(1)) }
        #expect(record([.card()], balances).map(\.after.id.account) == ["a", "b", "c", "card-1"])
    }

    @Test func `a person's record says nothing of other holdings`() {
        let change = Recording(settings: settings, stored: [.card()])
            .record(Balance(account: "card-1", available: .krw(10)), at: .at("1:00"))
        #expect(change.after.standing == .recorded)
        #expect(change.after.readAt == .at("1:00"))
        #expect(change.span == .opened)
    }

    private func record(
        _ stored: [Holding], _ balances: [Balance], _ completeness: Reading.Completeness = .complete,
        begun: String = "1:00"
    ) -> [HoldingChange] {
        let decision = Recording(settings: settings, stored: stored)
            .decide(Reading(balances: balances, completeness: completeness), begun: .at(begun), attempt: .confirming)
        guard case .record(let changes) = decision else { return [] }
        return changes
    }
}
