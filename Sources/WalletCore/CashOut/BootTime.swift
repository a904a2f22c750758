/// An instant on the clock that runs from when the machine booted, in sleep too, and that nobody can set
/// (CLOCK_BOOTTIME).
package struct BootTime: Hashable, Sendable {
    /// The kernel's random id of this boot.
    package let boot: String
    /// Since the machine booted.
    package let elapsed: Duration

    package init(boot: String, elapsed: Duration) {
        self.boot = boot
        self.elapsed = elapsed
    }

    package static func + (instant: BootTime, duration: Duration) -> BootTime {
        BootTime(boot: instant.boot, elapsed: instant.elapsed + duration)
    }

    /// How long ago `earlier` was; `nil` where that was in another boot, since nothing measured the time between.
    package func since(_ earlier: BootTime) -> Duration? {
        boot == earlier.boot ? elapsed - earlier.elapsed : nil
    }
}
