import ServiceLifecycle
import UnixSignals

/// Reloads the configuration on SIGHUP. Signals that come while it reloads count as one.
struct HangupService: Service {
    let reload: @Sendable () async -> Void

    func run() async throws {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() { await reload() }
    }
}
