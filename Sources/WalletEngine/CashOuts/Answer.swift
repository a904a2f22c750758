import Synchronization
import WalletCore

/// What came of one question to an outside party.
enum Answer<Value: Sendable>: Sendable {
    case given(Value)
    case failed(PortFailure)
    /// By a stop: it says nothing about the party.
    case interrupted

    /// Asks, and waits for as long as the party's own time-out and a little more: an adapter ends by itself, and says
    /// what it saw until then.
    static func of(
        within timeout: Duration, _ clock: EngineClock, _ ask: @escaping @Sendable () async throws(PortFailure) -> Value
    ) async -> Answer<Value> {
        await withTaskGroup(of: Answer<Value>?.self) { group in
            group.addTask {
                do throws(PortFailure) {
                    return .given(try await ask())
                } catch {
                    return Task.isCancelled ? .interrupted : .failed(error)
                }
            }
            group.addTask {
                do {
                    try await clock.sleep(timeout + CashOutRequest.killGrace * 2)
                    return .failed(PortFailure(.timeout, "no answer within \(timeout.text)"))
                } catch {
                    // By a stop: what the party still says counts.
                    return nil
                }
            }
            defer { group.cancelAll() }
            for await answer in group {
                if let answer { return answer }
            }
            return .interrupted
        }
    }
}
