import Testing
import WalletCore

@Suite struct SustainedTests {
    private let table = AlertTable(.below(.krw(3000))) { $0.sustained = .minutes(10) }
    private let longTable = AlertTable(.below(.krw(3000))) { $0.sustained = .hours(2) }

    @Test func `fires by timer when the count is full and no reading comes`() {
        table.check(
            """
            0:00 | read 2500 | pending 0s  | -     | 0:10
            0:09 | timer     | pending 9m  | -     | 0:10
            0:10 | timer     | firing 0:10 | fired | -
            """)
    }

    @Test func `fires with the reading that comes when the count is full`() {
        table.check(
            """
            0:00 | read 2500 | pending 0s  | -     | 0:10
            0:04 | read 2999 | pending 4m  | -     | 0:10
            0:15 | read 2500 | firing 0:15 | fired | -
            """)
    }

    @Test func `a reading that does not satisfy starts the count anew`() {
        table.check(
            """
            0:00 | read 2500 | pending 0s  | -     | 0:10
            0:09 | read 3000 | inactive    | -     | -
            0:12 | read 2500 | pending 0s  | -     | 0:22
            0:22 | timer     | firing 0:22 | fired | -
            """)
    }

    @Test func `a value between the limit and clear_at does not satisfy`() {
        var table = table
        table.rule.clearAt = .krw(5000)
        table.check(
            """
            0:00 | read 2500 | pending 0s | - | 0:10
            0:05 | read 4000 | inactive   | - | -
            """)
    }

    @Test func `time without fresh data is not counted and resets nothing`() {
        longTable.check(
            """
            0:00 | read 2500 | pending 0s     | -     | -
            0:30 | fail      | pending 30m    | -     | -
            1:30 | timer     | pending 1h     | -     | -
            5:00 | read 2500 | pending 1h     | -     | -
            5:45 | read 2500 | pending 1h 45m | -     | 6:00
            6:00 | timer     | firing 6:00    | fired | -
            """)
    }

    @Test func `a count that is full at the instant of staleness waits for a reading`() {
        var table = table
        table.rule.sustained = .hours(1)
        table.check(
            """
            0:00 | read 2500 | pending 0s  | -     | -
            1:00 | timer     | pending 1h  | -     | -
            1:20 | read 2500 | firing 1:20 | fired | -
            """)
    }

    @Test func `unknown time is not counted`() {
        longTable.check(
            """
            0:00 | read 2500 | pending 0s  | - | -
            0:20 | unlisted  | pending 20m | - | 2160:00
            0:40 | read 2500 | pending 20m | - | -
            0:50 | read 2500 | pending 30m | - | -
            """)
    }

    @Test func `doubted time is not counted`() {
        longTable.check(
            """
            0:00 | read 2500 | pending 0s  | - | -
            0:20 | doubt     | pending 20m | - | -
            0:35 | read 2500 | pending 20m | - | -
            0:50 | read 2500 | pending 35m | - | -
            """)
    }

    @Test func `the vendor's own time decides how long data are fresh`() {
        longTable.check(
            """
            1:00 | read 2500 as-of 0:30 | pending 0s     | - | -
            1:45 | timer                | pending 30m    | - | -
            2:00 | read 2500            | pending 30m    | - | -
            """)
    }

    @Test func `downtime is not counted and resets nothing`() {
        longTable.check(
            """
            0:00 | read 2500 | pending 0s     | -     | -
            0:15 | read 2500 | pending 15m    | -     | -
            0:40 | start     | pending 15m    | -     | -
            0:50 | read 2500 | pending 25m    | -     | -
            9:00 | start     | pending 25m    | -     | -
            9:01 | read 2500 | pending 25m    | -     | -
            9:30 | read 2500 | pending 54m    | -     | -
            """)
    }

    @Test func `a restart in each state goes on where it was`() {
        table.check(
            """
            0:00 | start     | inactive    | -     | -
            0:01 | read 2500 | pending 0s  | -     | 0:11
            0:04 | start     | pending 0s  | -     | 0:14
            0:14 | timer     | firing 0:14 | fired | -
            0:15 | start     | firing 0:14 | -     | -
            0:16 | read 2500 | firing 0:14 | -     | -
            0:20 | read 9000 | inactive    | resolved | -
            0:21 | start     | inactive    | -     | -
            """)
    }

    @Test func `a pending alert whose holding left the lists ends quietly`() {
        var table = table
        table.rule.sustained = .days(200)
        table.check(
            """
            0:00    | read 0 | pending 0s | - | 2160:00
            2160:00 | timer  | inactive   | - | -
            """)
    }
}
