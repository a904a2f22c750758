import Glibc
import Testing
import WalletTestSupport

@testable import WalletDaemon

@Suite(.timeLimit(.minutes(1)))
struct ServiceNotificationsTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `every state is one datagram of lines`() throws {
        let manager = try DatagramReceiver(in: folder)
        let notifications = ServiceNotifications(environment: ["NOTIFY_SOCKET": manager.path])
        notifications.ready(status: "watching\n2 sources")
        notifications.watchdog()
        notifications.reloading()
        notifications.extendStart()
        notifications.stopping()
        let texts = try (0..<5).map { _ in String(decoding: try manager.receive().bytes, as: UTF8.self) }
        #expect(texts[0] == "READY=1\nSTATUS=watching 2 sources")
        #expect(texts[1] == "WATCHDOG=1")
        #expect(texts[2].wholeMatch(of: /RELOADING=1\nMONOTONIC_USEC=\d+/) != nil)
        #expect(texts[3] == "EXTEND_TIMEOUT_USEC=30000000")
        #expect(texts[4] == "STOPPING=1\nSTATUS=stopping")
    }

    @Test func `without a service manager nothing happens`() {
        ServiceNotifications(environment: [:]).ready(status: "")
        ServiceNotifications(environment: ["NOTIFY_SOCKET": "relative"]).ready(status: "")
        ServiceNotifications(environment: ["NOTIFY_SOCKET": "/nonexistent/socket"]).ready(status: "")
    }

    @Test(arguments: [
        (["WATCHDOG_USEC": "30000000"], Duration.seconds(15)),
        (["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "\(getpid())"], .seconds(15)),
        (["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "1"], nil), (["WATCHDOG_USEC": "0"], nil),
        (["WATCHDOG_USEC": "-5"], nil), (["WATCHDOG_USEC": "soon"], nil), ([:], nil),
    ])
    func `the watchdog is told twice in its time, where it waits for us`(
        environment: [String: String], interval: Duration?
    ) {
        #expect(ServiceNotifications(environment: environment).watchdogInterval == interval)
    }
}
