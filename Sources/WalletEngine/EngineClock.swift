package import WalletCore

/// Time as the engine sees it: the wall clock for what is written down, the boot clock for how long something took,
/// and a way to wait. Tests hand in one that they move themselves.
package struct EngineClock: Sendable {
    /// The kernel's random id of this boot.
    package let boot: @Sendable () -> String
    /// UTC.
    package let now: @Sendable () -> Timestamp
    /// Time since boot including suspend (`CLOCK_BOOTTIME`); never steps.
    package let sinceBoot: @Sendable () -> Duration
    /// Returns after the duration, or throws `CancellationError`.
    package let sleep: @Sendable (Duration) async throws -> Void

    package init(
        boot: @escaping @Sendable () -> String = { "" }, now: @escaping @Sendable () -> Timestamp,
        sinceBoot: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.boot = boot
        self.now = now
        self.sinceBoot = sinceBoot
        self.sleep = sleep
    }
}
