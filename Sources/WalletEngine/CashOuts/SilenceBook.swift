import Synchronization
import WalletCore

/// Why parties that are asked now and then have not answered, for a person who wants to know.
///
/// It is not stored: they are asked again after a restart.
final class SilenceBook: Sendable {
    private let failures = Mutex<[String: SourceHealth.Failure]>([:])

    init() {}

    var all: [String: SourceHealth.Failure] { failures.withLock(\.self) }

    /// The same failure again is as old as it was.
    func note(_ failure: PortFailure, of party: String, at now: Timestamp) {
        failures.withLock { failures in
            let known = failures[party]
            guard known?.reason != failure.reason || known?.message != failure.message else { return }
            failures[party] = SourceHealth.Failure(at: now, reason: failure.reason, message: failure.message)
        }
    }

    func forget(_ party: String) { failures.withLock { $0[party] = nil } }

    /// What was wrong before a configuration was loaded may be right now.
    func forget() { failures.withLock { $0 = [:] } }
}
