import Testing
import WalletCore
import WalletTestSupport

@Suite struct BackoffTests {
    let backoff = Backoff(base: .seconds(1), cap: .seconds(3600))

    @Test(
        arguments: [
            (0, 1000), (1, 1000), (2, 2000), (3, 4000), (12, 2_048_000), (13, 3_600_000), (62, 3_600_000),
            (63, 3_600_000), (64, 3_600_000), (1_000_000, 3_600_000), (.max, 3_600_000), (.min, 1000),
        ] as [(Int, Int64)])
    func `the longest wait doubles with each failure up to the cap`(failures: Int, milliseconds: Int64) {
        #expect(backoff.delay(afterFailures: failures, randomness: .max) == .milliseconds(milliseconds))
        #expect(backoff.delay(afterFailures: failures, randomness: 0) == .zero)
        #expect(backoff.delay(afterFailures: failures, randomness: 1 << 63) == .milliseconds(milliseconds / 2))
    }

    @Test func `waits spread evenly from nothing to the longest`() {
        var random = SeededGenerator(seed: 8)
        var quarters = [0, 0, 0, 0]
        for _ in 0..<4000 {
            let delay = backoff.delay(afterFailures: 3, randomness: random.next())
            quarters[min(Int(delay.wholeMilliseconds / 1000), 3)] += 1
        }
        #expect(quarters.allSatisfy { (850...1150).contains($0) })
    }

    @Test(
        arguments: [
            (.seconds(30), .seconds(30)), (.seconds(-30), .zero), (.seconds(7 * 86_400), .seconds(7 * 86_400)),
            (.seconds(400 * 86_400), .seconds(7 * 86_400)), (nil, .zero),
        ] as [(Duration?, Duration)])
    func `what the other party asks for is waited, up to a week`(asked: Duration?, wait: Duration) {
        #expect(backoff.delay(afterFailures: 1, randomness: 0, retryAfter: asked) == wait)
    }

    @Test func `a longer wait of our own stands`() {
        #expect(backoff.delay(afterFailures: 5, randomness: .max, retryAfter: .seconds(3)) == .seconds(16))
    }

    @Test(
        arguments: [(Duration.zero, Duration.seconds(10), 0), (.seconds(20), .seconds(10), 10_000)]
            as [(Duration, Duration, Int64)])
    func `a base of nothing waits for nothing, and no base passes the cap`(base: Duration, cap: Duration, most: Int64) {
        let delay = Backoff(base: base, cap: cap).delay(afterFailures: 9, randomness: .max)
        #expect(delay == .milliseconds(most))
    }
}
