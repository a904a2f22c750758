import Glibc

/// What systemd is told about the daemon's state (sd_notify(3)), and how often it wants to hear that it lives.
///
/// Without systemd (`NOTIFY_SOCKET` absent) every call does nothing.
package struct ServiceNotifications: Sendable {
    private let socket: DatagramSocket?
    /// Half of `WATCHDOG_USEC`, as sd_watchdog_enabled(3) advises; `nil` where no watchdog waits for this process.
    package let watchdogInterval: Duration?

    package init(environment: [String: String]) {
        socket = environment["NOTIFY_SOCKET"].flatMap(DatagramSocket.init(path:))
        let isForUs = environment["WATCHDOG_PID"].map { $0 == String(getpid()) } ?? true
        let interval = environment["WATCHDOG_USEC"].flatMap(Int64.init)
        watchdogInterval = isForUs ? interval.map { .microseconds($0 / 2) } : nil
    }

    /// The variables that are meant for this process alone; plugins must not inherit them.
    package static let variables = ["NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"]

    package func ready(status: String) { send("READY=1\nSTATUS=\(oneLine(status))") }
    package func status(_ text: String) { send("STATUS=\(oneLine(text))") }
    package func watchdog() { send("WATCHDOG=1") }
    package func stopping() { send("STOPPING=1\nSTATUS=stopping") }

    /// Followed by ``ready(status:)`` when the reload is over, whether or not it succeeded.
    package func reloading() {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        send("RELOADING=1\nMONOTONIC_USEC=\(now.tv_sec * 1_000_000 + now.tv_nsec / 1000)")
    }

    /// Asks for more time before `TimeoutStartSec=` ends the start, e.g. while migrating.
    package func extendStart(by duration: Duration) {
        send("EXTEND_TIMEOUT_USEC=\(duration.components.seconds * 1_000_000)")
    }

    private func oneLine(_ text: String) -> String {
        String(text.unicodeScalars.map { $0.value < 32 ? " " : Character($0) })
    }

    private func send(_ lines: String) {
        // Nothing can be done about a service manager that does not listen.
        _ = socket?.send(Array(lines.utf8))
    }
}
