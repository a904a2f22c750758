import Glibc
import WalletCore
import WalletEngine

extension EngineClock {
    /// The machine's clocks.
    static let system = EngineClock(
        boot: { bootID },
        now: { Timestamp(milliseconds: milliseconds(of: CLOCK_REALTIME)) },
        sinceBoot: { .milliseconds(milliseconds(of: CLOCK_BOOTTIME)) },
        sleep: { try await Task.sleep(for: $0, clock: .continuous) })

    /// The kernel's id of this boot (random(4)); where it cannot be read one that no other run has: nothing is then
    /// believed to have been in the same boot.
    private static let bootID: String = {
        guard let file = fopen("/proc/sys/kernel/random/boot_id", "re") else {
            return "\(UInt64.random(in: 0...UInt64.max))"
        }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 36)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }()

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
