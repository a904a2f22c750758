import Testing
import WalletCore
import WalletTestSupport

@Suite struct PollScheduleTests {
    let start = Timestamp(milliseconds: 1_000_000_000)

    @Test func `a new source is polled within five seconds of the start`() {
        var random = SeededGenerator(seed: 9)
        #expect(PollSchedule.firstDue(at: start, randomness: 0) == start)
        #expect(PollSchedule.firstDue(at: start, randomness: .max) == start + .seconds(4))
        for _ in 0..<1000 {
            let due = PollSchedule.firstDue(at: start, randomness: random.next())
            #expect((start...(start + .seconds(4))).contains(due))
        }
    }

    @Test(arguments: [(0, 570), (1 << 63, 600), (.max, 630)] as [(UInt64, Int64)])
    func `a poll follows the one before by the interval and its jitter`(randomness: UInt64, seconds: Int64) {
        let schedule = PollSchedule(every: .seconds(600))
        let due = schedule.due(after: start, now: start + .seconds(2), randomness: randomness)
        #expect(due == start + .seconds(seconds))
    }

    @Test(arguments: [(1, 100), (10, 1000), (300, 30_000), (86_400, 30_000)] as [(Int64, Int64)])
    func `the jitter is a tenth of the interval, at most 30 s`(every: Int64, milliseconds: Int64) {
        let schedule = PollSchedule(every: .seconds(every))
        let plain = start + .seconds(every)
        #expect(schedule.due(after: start, now: start, randomness: 0) == plain - .milliseconds(milliseconds))
        #expect(schedule.due(after: start, now: start, randomness: .max) == plain + .milliseconds(milliseconds))
    }

    @Test func `slow answers do not stretch the interval`() {
        let schedule = PollSchedule(every: .seconds(100))
        let due = schedule.due(after: start, now: start + .seconds(80), randomness: 1 << 63)
        #expect(due == start + .seconds(100))
    }

    @Test(arguments: [100, 101, 1_000_000] as [Int64])
    func `missed polls are not caught up`(late: Int64) {
        let schedule = PollSchedule(every: .seconds(100))
        let now = start + .seconds(late)
        #expect(schedule.due(after: start, now: now, randomness: 1 << 63) == now + .seconds(100))
    }

    @Test func `a schedule from a clock that was ahead does not silence the source`() {
        let schedule = PollSchedule(every: .seconds(100))
        let ahead = start + .seconds(100_000_000)
        #expect(schedule.due(after: ahead, now: start, randomness: 1 << 63) == start + .seconds(100))
    }

    @Test func `the mean interval is the one configured`() {
        var random = SeededGenerator(seed: 10)
        let schedule = PollSchedule(every: .seconds(60))
        var due = start
        for _ in 0..<10_000 { due = schedule.due(after: due, now: due + .seconds(1), randomness: random.next()) }
        let drift = (due - start).wholeMilliseconds - 600_000_000
        #expect(abs(drift) < 2_000_000)
    }

    @Test func `a kept schedule is followed across a restart`() {
        let kept = start + .seconds(500)
        let lastPoll = start - .seconds(400)
        #expect(PollSchedule.resumedDue(kept, lastPoll: lastPoll, at: start, randomness: 0) == kept)
    }

    @Test(
        arguments: [
            (-1, -901), (0, -900), (-1_000_000, -1_000_900), (500, 100),
        ] as [(Int64, Int64)])
    func `an overdue poll, or one of a clock that was ahead, comes soon after the start`(due: Int64, lastPoll: Int64) {
        let resumed = PollSchedule.resumedDue(
            start + .seconds(due), lastPoll: start + .seconds(lastPoll), at: start, randomness: .max)
        #expect(resumed == start + .seconds(4))
    }
}
