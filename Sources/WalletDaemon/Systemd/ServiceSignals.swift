import ServiceLifecycle
import UnixSignals
import WalletEngine

/// What the daemon is told by signals, from its first moment on: a signal that comes while it starts waits its turn.
struct ServiceSignals: Sendable {
    private let signals: UnixSignalsSequence
    private let hangup = Signal()

    init() async {
        signals = await UnixSignalsSequence(trapping: .sigterm, .sigint, .sighup)
    }

    /// Ends when the daemon is asked to stop.
    func untilStop() async {
        for await signal in signals.cancelOnGracefulShutdown() {
            guard signal == .sighup else { return }
            hangup.raise()
        }
    }

    /// Calls `reload` after each SIGHUP. Those that come while it reloads count as one.
    func onHangup(clock: EngineClock, _ reload: () async -> Void) async {
        while !Task.isCancelled {
            await hangup.wait(atMost: nil, clock: clock)
            if !Task.isCancelled { await reload() }
        }
    }
}
