import Synchronization
import WalletCore

/// Why providers have not said what they promise, for a person who asks.
///
/// It is not stored: they are asked again after a restart.
final class SilenceBook: Sendable {
    private let failures = Mutex<[String: SourceHealth.Failure]>([:])

    init() {}

    var all: [String: SourceHealth.Failure] { failures.withLock(\.self) }

    /// The same failure again is as old as it was.
    func note(_ failure: PortFailure, of provider: String, at now: Timestamp) {
        failures.withLock { failures in
            let known = failures[provider]
            guard known?.reason != failure.reason || known?.message != failure.message else { return }
            failures[provider] = SourceHealth.Failure(at: now, reason: failure.reason, message: failure.message)
        }
    }

    func forget(_ provider: String) { failures.withLock { $0[provider] = nil } }

    /// What was wrong before a configuration was loaded may be right now.
    func forget() { failures.withLock { $0 = [:] } }
}
