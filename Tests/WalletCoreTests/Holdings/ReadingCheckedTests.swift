import Testing
import WalletCore

@Suite struct ReadingCheckedTests {
    private static let begun = Timestamp.at("1:00")
    private static let day = CalendarDate(daysSinceEpoch: 20_000)

    private static func lot(_ amount: Amount) -> Lot { Lot(amount: amount, expires: day) }

    @Test(arguments: [
        [],
        [Balance(account: "a", available: .krw(-5))],
        [Balance(account: "a", available: .krw(1)), Balance(account: "b", available: .krw(1))],
        [Balance(account: "a", available: .krw(1)), Balance(account: "a", available: .usd(cents: 1))],
        [Balance(account: "a", available: .krw(10), total: .krw(20), lots: [lot(.krw(15)), lot(.krw(5))])],
        [Balance(account: "a", available: .krw(1), asOf: .at("1:05"))],
        [Balance(account: "a", available: .krw(1), asOf: .at("0:00"))],
    ])
    func `what can be true passes unchanged`(balances: [Balance]) throws {
        let reading = Reading(balances: balances, completeness: .complete)
        #expect(try reading.checked(begun: Self.begun) == reading)
    }

    @Test(arguments: [
        (
            [Balance(account: "a", available: .krw(1)), Balance(account: "a", available: .krw(2))],
            "KRW of account a is listed twice"
        ),
        ([Balance(account: "a", available: .krw(1), total: .usd(cents: 1))], "KRW of account a has a total in USD"),
        (
            [
                Balance(
                    account: "a", available: .krw(1),
                    asOf: Timestamp(milliseconds: Timestamp.at("1:05").milliseconds + 1))
            ],
            "KRW of account a has an as_of more than 5 minutes in the future; is its clock or ours wrong?"
        ),
        (
            [Balance(account: "a", available: .krw(10), lots: [lot(.krw(6)), lot(.krw(5))])],
            "KRW of account a has lots that add up to more than its total"
        ),
        ([Balance(account: "a", available: .krw(1), lots: [lot(.usd(cents: 1))])], "KRW of account a has a lot in USD"),
        (
            [Balance(account: "a", available: .krw(1), lots: [lot(.krw(-1))])],
            "KRW of account a has a lot below zero"
        ),
        (
            [
                Balance(
                    account: "a", available: Amount(units: .max, of: .krw),
                    lots: [lot(Amount(units: .max, of: .krw)), lot(.krw(1))])
            ],
            "KRW of account a has lots that add up to more than its total"
        ),
    ])
    func `what cannot be true refuses the whole reading`(balances: [Balance], message: String) {
        let reading = Reading(balances: balances, completeness: .partial)
        #expect(throws: PortFailure(.malformed, message)) { try reading.checked(begun: Self.begun) }
    }
}
