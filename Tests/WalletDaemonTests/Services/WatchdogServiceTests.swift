import Synchronization
import Testing
import WalletCore
import WalletEngine
import WalletTestSupport

@testable import WalletDaemon

@Suite(.timeLimit(.minutes(1)))
struct WatchdogServiceTests {
    @Test func `the manager hears nothing more once the evaluating loop has been silent for ten seconds`() async throws
    {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let manager = try DatagramReceiver(in: folder)
        let environment = ["NOTIFY_SOCKET": manager.path, "WATCHDOG_USEC": "4000000"]
        let time = Mutex(Duration.zero)
        let clock = EngineClock(
            now: { Timestamp(milliseconds: 0) }, sinceBoot: { time.withLock { $0 } },
            sleep: { duration in
                let isOver = time.withLock { time -> Bool in
                    time += duration
                    return time > .seconds(60)
                }
                guard isOver else { return }
                withUnsafeCurrentTask { $0?.cancel() }
            })
        let notifications = ServiceNotifications(environment: environment)
        let watchdog = WatchdogService(notifications: notifications, clock: clock)
        try await watchdog.run()
        notifications.stopping()
        var heard = 0
        while try manager.receive().bytes == Array("WATCHDOG=1".utf8) { heard += 1 }
        #expect(heard == 5)
    }
}
