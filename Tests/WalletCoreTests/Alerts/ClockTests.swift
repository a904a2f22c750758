import Testing
import WalletCore

@Suite struct ClockTests {
    @Test func `a clock set forward counts for nothing`() {
        let table = AlertTable(.below(.krw(3000))) { $0.sustained = .minutes(30) }
        table.check(
            """
            0:00 | read 2500 | pending 0s  | - | 0:30
            0:45 | jump      | pending 0s  | - | -
            0:55 | timer     | pending 10m | - | -
            """)
    }

    @Test func `a clock set forward over the end of freshness freezes`() {
        let table = AlertTable(.below(.krw(3000))) {
            $0.sustained = .minutes(30)
            $0.renotify = .hours(1)
        }
        table.check(
            """
            0:00  | read 2500 | pending 0s   | -     | 0:30
            0:05  | timer     | pending 5m   | -     | 0:30
            50:00 | jump      | pending 5m   | -     | -
            50:15 | read 2500 | pending 5m   | -     | 50:40
            50:40 | timer     | firing 50:40 | fired | -
            99:00 | jump      | firing 50:40 | -     | -
            """)
    }

    @Test func `a clock set back takes nothing away and counting goes on`() {
        let table = AlertTable(.below(.krw(3000))) { $0.sustained = .minutes(30) }
        table.check(
            """
            9:00 | read 2500 | pending 0s  | -     | 9:30
            9:10 | timer     | pending 10m | -     | 9:30
            8:40 | jump      | pending 10m | -     | 9:00
            8:50 | timer     | pending 20m | -     | 9:00
            9:00 | timer     | firing 9:00 | fired | -
            """)
    }

    @Test func `a clock set forward alone makes nothing idle or stale`() {
        var idle = AlertTable(.idleFor(.hours(10)))
        idle.settings.staleAfter = .hours(99)
        idle.check(
            """
            0:00  | read 2500 | inactive     | -     | 10:00
            20:00 | jump      | inactive     | -     | -
            20:10 | timer     | inactive     | -     | -
            20:15 | read 2500 | firing 20:15 | fired | -
            """)
        AlertTable(.staleFor(.hours(10))).check(
            """
            0:00  | read 2500 | inactive     | -     | 10:00
            20:00 | jump      | inactive     | -     | -
            20:15 | read 2500 | inactive     | -     | 30:15
            50:00 | jump      | inactive     | -     | -
            50:15 | fail      | firing 50:15 | fired | -
            """)
    }

    @Test func `data read far ahead of a clock set back are not fresh`() {
        AlertTable(.below(.krw(3000))).check(
            """
            99:00 | read 9000 | inactive   | -     | -
            9:00  | jump      | inactive   | -     | -
            9:15  | read 2500 | firing 9:15 | fired | -
            """)
    }

    @Test func `repeats count from the clock set back`() {
        var table = AlertTable(.below(.krw(3000))) { $0.renotify = .minutes(30) }
        table.settings.staleAfter = .hours(10)
        table.check(
            """
            9:00 | read 2500 | firing 9:00 | fired    | 9:30
            5:00 | jump      | firing 9:00 | -        | 5:30
            5:30 | timer     | firing 9:00 | repeated | 6:00
            """)
    }

    @Test func `a clock set back ends no idleness`() {
        var table = AlertTable(.idleFor(.hours(20)))
        table.settings.staleAfter = .hours(2)
        table.check(
            """
            0:00  | read 2500 | inactive     | -        | -
            49:00 | read 2500 | firing 49:00 | fired    | -
            20:00 | jump      | firing 49:00 | -        | -
            20:05 | read 2500 | firing 49:00 | -        | -
            20:10 | read 2400 | inactive     | resolved | -
            """)
    }

    @Test func `a clock set back ends no staleness`() {
        AlertTable(.staleFor(.hours(5))).check(
            """
            1:00 | read 2500 | inactive    | -        | 6:00
            6:00 | timer     | firing 6:00 | fired    | -
            2:00 | jump      | firing 6:00 | -        | -
            2:10 | fail      | firing 6:00 | -        | -
            2:20 | read 2500 | inactive    | resolved | 7:20
            """)
    }
}
