import Testing
import WalletCore

@Suite struct QuotaTests {
    let quota = Quota(limit: 4, window: .seconds(86_400))
    let now = Timestamp(milliseconds: 1_000_000_000_000)

    @Test(
        arguments: [
            ([], .left(4)),
            ([-1], .left(3)),
            ([-86_400], .left(4)),
            ([-86_399, -100_000, -200_000], .left(3)),
            ([-30, -20, -10], .left(1)),
            ([-40, -30, -20, -10], .until(86_400 - 40)),
            ([-10, -40, -20, -30], .until(86_400 - 40)),
            ([-86_399, -30, -20, -10], .until(1)),
            ([-50, -40, -30, -20, -10], .until(86_400 - 40)),
            ([0, 0, 0, 0], .until(86_400)),
            ([-30, -20, -10, 100], .until(86_400 - 30)),
            ([10, 20, 30, 40], .until(86_400 + 10)),
            ([100_000, 200_000, 300_000, 400_000], .left(4)),
        ] as [([Int64], Expected)])
    func `a quota counts the polls of the window`(polls: [Int64], expected: Expected) {
        let past = polls.map { now + .seconds($0) }
        switch expected {
        case .left(let left): #expect(quota.allowance(past: past, now: now) == .allowed(left: left))
        case .until(let seconds):
            let until = now + .seconds(seconds)
            #expect(quota.allowance(past: past, now: now) == .exhausted(until: until))
            #expect(quota.allowance(past: past, now: until - .milliseconds(1)) == .exhausted(until: until))
            guard case .allowed = quota.allowance(past: past, now: until) else {
                Issue.record("still exhausted at \(until)")
                return
            }
        }
    }

    enum Expected: Sendable {
        case left(Int)
        case until(Int64)
    }

    @Test func `no window ever holds more polls than the limit`() {
        var polls: [Timestamp] = []
        var clock = now
        for step in 0..<2000 {
            clock = clock + .seconds(Int64(step * 7919 % 5000))
            if case .allowed = quota.allowance(past: polls, now: clock) { polls.append(clock) }
        }
        for (index, poll) in polls.enumerated() where index >= 4 {
            #expect(poll - polls[index - 4] >= .seconds(86_400))
        }
        #expect(polls.count > 100)
    }

    @Test(arguments: [("4/24h", 4, 86_400), ("1/1s", 1, 1), ("100000/1w", 100_000, 604_800)] as [(String, Int, Int64)])
    func `a quota is read and shown as it is written`(text: String, limit: Int, seconds: Int64) throws {
        let quota = try Quota.parse(text)
        #expect(quota == Quota(limit: limit, window: .seconds(seconds)))
        #expect(quota.description == text)
    }

    @Test(arguments: [
        "", "4", "4/", "/24h", "0/24h", "-1/24h", "4.5/24h", "4/24", "4/24h/2", "100001/1d", "4 / 24h", "4/0s",
    ])
    func `what is not written as a quota is refused`(text: String) {
        #expect(throws: TimeTextError.self) { try Quota.parse(text) }
    }
}
