import Glibc
import WalletCore
import WalletEngine

extension EngineClock {
    /// The machine's clocks.
    static let system = EngineClock(
        now: { Timestamp(milliseconds: milliseconds(of: CLOCK_REALTIME)) },
        sinceBoot: { .milliseconds(milliseconds(of: CLOCK_BOOTTIME)) },
        sleep: { try await Task.sleep(for: $0, clock: .continuous) })

    private static func milliseconds(of clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}

extension Chance {
    /// The kernel's random numbers.
    static let system = Chance {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
    }
}
