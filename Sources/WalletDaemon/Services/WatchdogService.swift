import ServiceLifecycle
import Synchronization
import WalletCore
import WalletEngine

/// Tells the service manager that the daemon lives, as long as the evaluating loop turns.
///
/// The loop calls ``beat()`` at least every five seconds; when it hangs, nothing is told, and the manager restarts us.
final class WatchdogService: Service {
    /// The loop's longest turn, with room for a slow disk.
    private static let turnMax: Duration = .seconds(10)

    private let notifications: ServiceNotifications
    private let clock: EngineClock
    private let lastBeat: Mutex<Duration>

    init(notifications: ServiceNotifications, clock: EngineClock) {
        self.notifications = notifications
        self.clock = clock
        lastBeat = Mutex(clock.sinceBoot())
    }

    func beat() {
        let now = clock.sinceBoot()
        lastBeat.withLock { $0 = now }
    }

    func run() async throws {
        guard let interval = notifications.watchdogInterval else { return try await gracefulShutdown() }
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let silence = self.clock.sinceBoot() - self.lastBeat.withLock { $0 }
                if silence < max(interval, WatchdogService.turnMax) { self.notifications.watchdog() }
                try? await self.clock.sleep(interval)  // cancelled: the loop ends
            }
        }
    }
}
