import Glibc
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// Waits for the signal to stop, and makes sure that the daemon then ends.
struct StopService: Service {
    /// From the signal on. What still runs then hangs; everything that was committed is safe.
    private static let stopMax: TimeAmount = .milliseconds(4700)

    let signals: ServiceSignals
    let notifications: ServiceNotifications
    let logger: Logger

    func run() async throws {
        await signals.untilStop()
        notifications.stopping()
        MultiThreadedEventLoopGroup.singleton.any().scheduleTask(in: StopService.stopMax) {
            logger.warning("ending without waiting for what hangs; everything that was committed is safe")
            _exit(0)
        }
    }
}
