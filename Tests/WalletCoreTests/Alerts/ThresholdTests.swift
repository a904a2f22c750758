import Testing
import WalletCore

@Suite struct ThresholdTests {
    @Test(arguments: [
        (AlertCondition.below(.krw(3000)), [2999: true, 3000: false, 3001: false]),
        (.atOrBelow(.krw(3000)), [2999: true, 3000: true, 3001: false]),
        (.above(.krw(3000)), [2999: false, 3000: false, 3001: true]),
        (.atOrAbove(.krw(3000)), [2999: false, 3000: true, 3001: true]),
    ])
    func `a value equal to the limit is decided by the key's name`(condition: AlertCondition, values: [Int: Bool]) {
        for (value, holds) in values {
            let state = holds ? "firing 0:00" : "inactive"
            AlertTable(condition).check("0:00 | read \(value) | \(state) | \(holds ? "fired" : "-") | -")
        }
    }

    @Test func `fires on the first reading when already true, once, and again after it was resolved`() {
        AlertTable(.below(.krw(3000))).check(
            """
            0:00 | read 2500 | firing 0:00 | fired    | -
            0:15 | read 2500 | firing 0:00 | -        | -
            0:30 | read 100  | firing 0:00 | -        | -
            0:45 | read 3000 | inactive    | resolved | -
            1:00 | read 3000 | inactive    | -        | -
            1:15 | read 2999 | firing 1:15 | fired    | -
            """)
    }

    @Test func `resolves only at or beyond clear_at`() {
        AlertTable(.below(.krw(3000))) { $0.clearAt = .krw(5000) }.check(
            """
            0:00 | read 4000 | inactive    | -        | -
            0:15 | read 2999 | firing 0:15 | fired    | -
            0:30 | read 3000 | firing 0:15 | -        | -
            0:45 | read 4999 | firing 0:15 | -        | -
            1:00 | read 5000 | inactive    | resolved | -
            1:15 | read 4999 | inactive    | -        | -
            """)
        AlertTable(.above(.krw(3000))) { $0.clearAt = .krw(1000) }.check(
            """
            0:00 | read 3001 | firing 0:00 | fired    | -
            0:15 | read 1001 | firing 0:00 | -        | -
            0:30 | start     | firing 0:00 | -        | -
            0:45 | read 1000 | inactive    | resolved | -
            """)
    }

    @Test func `a stale or unknown value neither fires nor clears`() {
        AlertTable(.below(.krw(3000))).check(
            """
            0:00 | read 2500            | firing 0:00 | fired    | -
            1:00 | timer                | firing 0:00 | -        | -
            2:00 | read 9000 as-of 0:59 | firing 0:00 | -        | -
            2:15 | unlisted             | firing 0:00 | -        | 2162:00
            2:30 | read 9000            | inactive    | resolved | -
            2:45 | read 100 as-of 1:30  | inactive    | -        | -
            3:00 | read 100             | firing 3:00 | fired    | -
            """)
    }

    @Test func `a complete reading without the holding is a zero, an incomplete one says nothing`() {
        AlertTable(.below(.krw(3000))).check(
            """
            0:00 | read 9000 | inactive    | -     | -
            0:15 | unlisted  | inactive    | -     | -
            0:30 | gone      | firing 0:30 | fired | 2160:30
            """)
    }

    @Test func `a doubted drop fires nothing before a second reading decides`() {
        AlertTable(.below(.krw(3000))).check(
            """
            0:00 | read 9000 | inactive    | -     | -
            0:15 | doubt     | inactive    | -     | -
            0:16 | fail      | inactive    | -     | -
            0:30 | read 0    | firing 0:30 | fired | 2160:30
            """)
    }

    @Test func `a holding at zero for ninety days leaves the lists, and its alert is withdrawn`() {
        var table = AlertTable(.below(.krw(3000)))
        table.settings.staleAfter = .days(1)
        table.check(
            """
            0:00    | read 0 | firing 0:00 | fired              | 2160:00
            2159:59 | read 0 | firing 0:00 | -                  | 2160:00
            2160:00 | timer  | inactive    | withdrawn off-lists | -
            2161:00 | read 0 | inactive    | -                  | -
            2162:00 | read 5 | firing 2162:00 | fired           | -
            """)
    }

    @Test func `a debt is compared as a positive number`() {
        AlertTable(.above(.krw(50_000))).check("0:00 | read 52000 kind carrier-billing | firing 0:00 | fired | -")
    }
}
