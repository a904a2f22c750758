import Testing
import WalletCore

@Suite struct RenotifyTests {
    private let table = AlertTable(.below(.krw(3000))) { $0.renotify = .minutes(30) }

    @Test func `repeats by timer while fresh, and with a reading when it was late`() {
        table.check(
            """
            0:00 | read 2500 | firing 0:00 | fired    | 0:30
            0:29 | read 2500 | firing 0:00 | -        | 0:30
            0:30 | timer     | firing 0:00 | repeated | 1:00
            1:05 | read 2500 | firing 0:00 | repeated | 1:35
            1:10 | read 9000 | inactive    | resolved | -
            """)
    }

    @Test func `missed repeats are one, and the next counts from it`() {
        table.check(
            """
            0:00  | read 2500 | firing 0:00 | fired    | 0:30
            0:59  | read 2500 | firing 0:00 | repeated | 1:29
            50:00 | start     | firing 0:00 | -        | -
            50:01 | read 2500 | firing 0:00 | repeated | 50:31
            """)
    }

    @Test func `is held while frozen`() {
        table.check(
            """
            0:00 | read 2500 | firing 0:00 | fired    | 0:30
            0:05 | unlisted  | firing 0:00 | -        | 2160:00
            0:45 | timer     | firing 0:00 | -        | 2160:00
            0:50 | read 2500 | firing 0:00 | repeated | 1:20
            """)
    }

    @Test func `goes on between the limit and clear_at`() {
        var table = table
        table.rule.clearAt = .krw(5000)
        table.check(
            """
            0:00 | read 2500 | firing 0:00 | fired    | 0:30
            0:20 | read 4000 | firing 0:00 | -        | 0:30
            0:30 | timer     | firing 0:00 | repeated | 1:00
            """)
    }

    @Test func `is held while acknowledged, which lasts until resolved`() {
        table.check(
            """
            0:00 | read 2500 | firing 0:00       | fired    | 0:30
            0:10 | ack       | firing 0:00 acked | -        | -
            0:45 | read 2500 | firing 0:00 acked | -        | -
            0:50 | start     | firing 0:00 acked | -        | -
            0:55 | read 9000 | inactive          | resolved | -
            1:00 | read 2500 | firing 1:00       | fired    | 1:30
            """)
    }

    @Test func `only what fires can be acknowledged, and the first to do so is remembered`() {
        #expect(AlertState.inactive.acknowledged(by: "alice") == nil)
        #expect(
            AlertState.pending(.init(since: .at("0:00"), countedTo: .at("0:00"))).acknowledged(by: "alice") == nil)
        var firing = AlertState.Firing(id: "a", since: .at("0:00"), announcedAt: .at("0:00"))
        let once = AlertState.firing(firing).acknowledged(by: "alice")
        firing.acknowledgedBy = "alice"
        #expect(once == .firing(firing))
        #expect(once?.acknowledged(by: "bob") == .firing(firing))
    }
}
