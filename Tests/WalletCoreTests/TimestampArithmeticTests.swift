import Testing
import WalletCore

@Suite struct TimestampArithmeticTests {
    @Test(
        arguments: [
            (0, .milliseconds(1), 1), (0, .microseconds(1999), 1), (0, .microseconds(-1999), -1),
            (Int64.max, .milliseconds(1), Int64.max), (Int64.min, .milliseconds(-1), Int64.min),
            (0, .seconds(Int64.max), Int64.max), (0, .seconds(Int64.min), Int64.min), (5, .zero, 5),
        ] as [(Int64, Duration, Int64)])
    func `an instant moves by whole milliseconds and stops at the ends of time`(
        from: Int64, by duration: Duration, to: Int64
    ) {
        #expect((Timestamp(milliseconds: from) + duration).milliseconds == to)
    }

    @Test(
        arguments: [
            (5, 3, .milliseconds(2)), (3, 5, .milliseconds(-2)), (Int64.max, Int64.min, .milliseconds(Int64.max)),
            (Int64.min, Int64.max, .milliseconds(Int64.min)),
        ] as [(Int64, Int64, Duration)])
    func `the time between two instants has a sign`(left: Int64, right: Int64, between: Duration) {
        #expect(Timestamp(milliseconds: left) - Timestamp(milliseconds: right) == between)
    }
}
