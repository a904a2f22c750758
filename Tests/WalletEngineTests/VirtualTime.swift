import Synchronization
import WalletCore
import WalletEngine

/// A clock that stands still until a test moves it.
final class VirtualTime: Sendable {
    private struct Sleeper {
        let wakes: Duration
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var wall: Timestamp
        var boot: Duration = .seconds(1000)
        var sleepers: [Int: Sleeper] = [:]
        var idNext = 0
    }

    private let state: Mutex<State>

    init(_ start: Timestamp) {
        state = Mutex(State(wall: start))
    }

    var now: Timestamp { state.withLock { $0.wall } }

    var clock: EngineClock {
        EngineClock(
            now: { self.now }, sinceBoot: { self.state.withLock { $0.boot } }, sleep: { try await self.sleep($0) })
    }

    /// Moves both clocks, waking who slept until then.
    func advance(by duration: Duration) {
        let woken = state.withLock { state -> [Sleeper] in
            state.wall = state.wall + duration
            state.boot += duration
            let due = state.sleepers.filter { $0.value.wakes <= state.boot }.sorted { $0.key < $1.key }
            for (id, _) in due { state.sleepers[id] = nil }
            return due.map(\.value)
        }
        for sleeper in woken { sleeper.continuation.resume() }
    }

    /// Sets the wall clock, as an administrator does.
    func step(by duration: Duration) { state.withLock { $0.wall = $0.wall + duration } }

    private func sleep(_ duration: Duration) async throws {
        let id = state.withLock { state -> Int in
            state.idNext += 1
            return state.idNext
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let error: (any Error)?? = state.withLock { state in
                    guard !Task.isCancelled else { return .some(CancellationError()) }
                    guard duration > .zero else { return .some(nil) }
                    state.sleepers[id] = Sleeper(wakes: state.boot + duration, continuation: continuation)
                    return nil
                }
                guard let error else { return }
                if let error { continuation.resume(throwing: error) } else { continuation.resume() }
            }
        } onCancel: {
            let sleeper = state.withLock { $0.sleepers.removeValue(forKey: id) }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
    }
}
