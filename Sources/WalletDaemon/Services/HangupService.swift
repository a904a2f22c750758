import Logging
import ServiceLifecycle
import WalletEngine

/// Reloads the configuration on SIGHUP.
struct HangupService: Service {
    let signals: ServiceSignals
    let reloader: Reloader
    let clock: EngineClock
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await signals.onHangup(clock: clock) {
                do throws(EngineError) {
                    _ = try await reloader.reload()
                } catch {
                    logger.error("the configuration was not reloaded: \(error.detail)")
                    for fault in error.faults { logger.error("\(fault)") }
                }
            }
        }
    }
}

extension EngineError {
    /// Each as `FILE:LINE:COLUMN: message`.
    fileprivate var faults: [String] {
        switch code {
        case .configurationRejected(let faults): faults
        case .notFound, .conflict, .invalid, .changed, .held, .keyReused, .quotaExhausted, .degraded, .storeFailed: []
        }
    }
}
