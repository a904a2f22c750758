import Glibc

/// What systemd is told about the daemon's state (sd_notify(3)), and how often it wants to hear that it lives.
///
/// Without systemd (`NOTIFY_SOCKET` absent) every call does nothing.
package struct ServiceNotifications: Sendable {
    /// A service manager that is busy is asked again, so that it does not miss `READY=1`; 100 ms in all.
    private static let triesMax = 20
    private static let busyMilliseconds: CInt = 5
    /// How much more time each ``extendStart()`` asks for.
    private static let startExtension: Duration = .seconds(30)

    private let socket: DatagramSocket?
    /// Half of `WATCHDOG_USEC`, as sd_watchdog_enabled(3) advises; `nil` where no watchdog waits for this process.
    package let watchdogInterval: Duration?

    package init(environment: [String: String]) {
        socket = environment["NOTIFY_SOCKET"].flatMap(DatagramSocket.init(path:))
        let isForUs = environment["WATCHDOG_PID"].map { $0 == String(getpid()) } ?? true
        let interval = environment["WATCHDOG_USEC"].flatMap(Int64.init)
        watchdogInterval = interval.flatMap { isForUs && $0 > 1 ? .microseconds($0 / 2) : nil }
    }

    package func ready(status: String) { send("READY=1\nSTATUS=\(oneLine(status))") }
    package func watchdog() { send("WATCHDOG=1") }
    package func stopping() { send("STOPPING=1\nSTATUS=stopping") }

    /// Followed by ``ready(status:)`` when the reload is over, whether or not it succeeded.
    package func reloading() {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        send("RELOADING=1\nMONOTONIC_USEC=\(now.tv_sec * 1_000_000 + now.tv_nsec / 1000)")
    }

    /// Keeps `TimeoutStartSec=` from ending a start that takes long; to be repeated every ten seconds.
    package func extendStart() {
        send("EXTEND_TIMEOUT_USEC=\(ServiceNotifications.startExtension.components.seconds * 1_000_000)")
    }

    private func oneLine(_ text: String) -> String {
        String(text.unicodeScalars.map { $0.value < 32 ? " " : Character($0) })
    }

    /// Nothing can be done about a service manager that does not listen.
    private func send(_ lines: String) {
        var triesLeft = ServiceNotifications.triesMax
        while socket?.send(Array(lines.utf8)) == .full, triesLeft > 0 {
            triesLeft -= 1
            poll(nil, 0, ServiceNotifications.busyMilliseconds)
        }
    }
}
