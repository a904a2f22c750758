import Testing
import WalletCore

@Suite struct StaleTests {
    private let table = AlertTable(.staleFor(.hours(2)))

    @Test func `counts from the last successful reading, and resolves with the next`() {
        table.check(
            """
            0:10 | read 2500 | inactive    | -        | 2:10
            0:25 | fail      | inactive    | -        | 2:10
            2:10 | timer     | firing 2:10 | fired    | -
            2:25 | fail      | firing 2:10 | -        | -
            2:40 | gone      | inactive    | resolved | 4:40
            """)
    }

    @Test func `counts from when the source was first configured`() {
        table.check(
            """
            0:01 | fail  | inactive    | -     | 2:00
            2:00 | timer | firing 2:00 | fired | -
            """)
    }

    @Test func `downtime counts, but a try of this run must fail first`() {
        table.check(
            """
            0:10 | read 2500 | inactive    | -     | 2:10
            5:00 | start     | inactive    | -     | -
            5:01 | fail      | firing 5:01 | fired | -
            5:02 | start     | firing 5:01 | -     | -
            """)
        table.check(
            """
            0:10 | read 2500 | inactive    | -     | 2:10
            5:00 | start     | inactive    | -     | -
            5:01 | read 2500 | inactive    | -     | 7:01
            """)
    }

    @Test func `repeats while it lasts`() {
        var table = table
        table.rule.renotify = .hours(1)
        table.check(
            """
            0:10 | read 2500 | inactive    | -        | 2:10
            2:10 | timer     | firing 2:10 | fired    | 3:10
            3:10 | timer     | firing 2:10 | repeated | 4:10
            9:00 | start     | firing 2:10 | -        | -
            9:01 | fail      | firing 2:10 | repeated | 10:01
            """)
    }

    @Test func `with for it counts the time of this run`() {
        var table = table
        table.rule.sustained = .minutes(30)
        table.check(
            """
            0:10 | read 2500 | inactive    | -     | 2:10
            2:10 | timer     | pending 0s  | -     | 2:40
            2:20 | timer     | pending 10m | -     | 2:40
            2:40 | timer     | firing 2:40 | fired | -
            """)
    }

    @Test func `a source without polls to come waits for none`() {
        var health = SourceHealth(firstConfigured: .at("0:00"))
        var polled = SourceSettings(name: "tmoney", adapter: "exec", every: .minutes(15), staleAfter: .hours(1))
        let verdict = { (settings: SourceSettings, health: SourceHealth) in
            let facts = SourceFacts(settings: settings, health: health, tries: .noneSinceStart, holdings: [])
            let moment = Moment(now: .at("2:00"), observingSince: .at("1:59"), cause: .time)
            return table.rule.verdict(on: .source(facts), in: .inactive, at: moment)
        }
        #expect(verdict(polled, health) == .frozen(.awaitingTry))

        health.pausedAt = .at("0:30")
        #expect(verdict(polled, health) == .holds)

        health.pausedAt = nil
        health.needsAttention = true
        #expect(verdict(polled, health) == .holds)

        health.needsAttention = false
        polled.every = nil
        #expect(verdict(polled, health) == .holds)
    }
}
