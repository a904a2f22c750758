import Testing
import WalletCore

@Suite struct HoldTests {
    private func look(
        _ clock: String, _ available: Int, asOf: String? = nil, by observer: HoldingLook.Observer = .source
    ) -> HoldingLook {
        HoldingLook(begun: .at(clock), asOf: asOf.map { .at($0) }, available: .krw(available), by: observer)
    }

    private func hold(_ outcome: Hold.Outcome = .settled, _ looks: HoldingLook...) -> Hold {
        var hold = Hold(
            cashOut: "c0", ended: .at("20:00"), outcome: outcome, taken: .krw(55_000), before: .krw(60_000))
        for look in looks { hold.take(look) }
        return hold
    }

    @Test func `the second reading that began after the end frees it`() {
        #expect(hold().standing == .awaiting(2))
        #expect(hold(.settled, look("20:01", 5000)).standing == .awaiting(1))
        #expect(hold(.settled, look("20:01", 5000), look("20:16", 5000)).standing == .free)
    }

    @Test func `a reading that began before the end, or shows a time before it, tells nothing`() {
        let early = hold(.settled, look("20:00", 5000), look("20:01", 5000, asOf: "20:00"), look("20:02", 5000))
        #expect(early.standing == .awaiting(1))
        #expect(hold(.settled, look("20:01", 5000, asOf: "20:01"), look("20:02", 5000)).standing == .free)
    }

    @Test func `after it settled the balance must have dropped by half of what was taken`() {
        #expect(hold(.settled, look("20:01", 60_000), look("20:16", 32_501)).standing == .lagging(.krw(32_501)))
        #expect(hold(.settled, look("20:01", 60_000), look("20:16", 32_500)).standing == .free)
    }

    @Test func `it waits until the balance has dropped, or an operator knows better`() {
        var hold = hold(.settled, look("20:01", 60_000), look("20:16", 60_000))
        #expect(hold.standing == .lagging(.krw(60_000)))
        hold.take(look("20:31", 5000))
        #expect(hold.standing == .free)
        var other = self.hold(.settled, look("20:01", 60_000), look("20:16", 60_000))
        other.release()
        #expect(other.standing == .free)
    }

    @Test func `nothing needs to drop after nothing moved`() {
        #expect(hold(.undone, look("20:01", 60_000)).standing == .awaiting(1))
        #expect(hold(.undone, look("20:01", 60_000), look("20:16", 60_000)).standing == .free)
    }

    @Test func `the next record by a person frees it`() {
        #expect(hold(.settled, look("19:59", 60_000, by: .person)).standing == .awaiting(2))
        #expect(hold(.settled, look("20:01", 60_000, by: .person)).standing == .free)
    }

    @Test func `a stored one goes on`() {
        var stored = hold().resumed(readings: 1, latest: .krw(60_000))
        stored.take(look("20:30", 5000))
        #expect(stored.standing == .free)
    }
}
