import Synchronization
package import WalletCore
package import WalletEngine

/// A clock that stands still until a test moves it.
package final class VirtualTime: Sendable {
    private struct Sleeper {
        let wakes: Duration
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var wall: Timestamp
        var boot: Duration = .seconds(1000)
        var boots = 1
        var lived: Duration = .zero
        var tick: Duration = .zero
        var sleepers: [Int: Sleeper] = [:]
        var idNext = 0
    }

    private let state: Mutex<State>

    package init(_ start: Timestamp = .start) {
        state = Mutex(State(wall: start))
    }

    package var now: Timestamp {
        state.withLock { state in
            state.wall = state.wall + state.tick
            return state.wall
        }
    }
    package var sinceBoot: Duration { state.withLock { $0.boot } }

    /// All the time that ever passed.
    package var lived: Duration { state.withLock { $0.lived } }

    /// The earliest instant since boot that somebody waits for.
    package var nextWake: Duration? { state.withLock { $0.sleepers.values.map(\.wakes).min() } }

    package var clock: EngineClock {
        EngineClock(
            boot: { self.bootID }, now: { self.now }, sinceBoot: { self.sinceBoot }, sleep: { try await self.pause($0) }
        )
    }

    /// Moves both clocks, waking who waited until then.
    package func advance(by duration: Duration) {
        let woken = state.withLock { state -> [Sleeper] in
            state.wall = state.wall + duration
            state.boot += duration
            state.lived += duration
            let due = state.sleepers.filter { $0.value.wakes <= state.boot }.sorted { $0.key < $1.key }
            for (id, _) in due { state.sleepers[id] = nil }
            return due.map(\.value)
        }
        for sleeper in woken { sleeper.continuation.resume() }
    }

    /// From now on no two looks at the wall clock see the same.
    package func tick(by duration: Duration) { state.withLock { $0.tick = duration } }

    private var bootID: String { state.withLock { "boot-\($0.boots)" } }

    /// Restarts the machine: its boot clock begins anew.
    package func reboot() {
        state.withLock { state in
            state.boots += 1
            state.boot = .seconds(10)
        }
    }

    /// Sets the wall clock, as an administrator does.
    package func step(by duration: Duration) { state.withLock { $0.wall = $0.wall + duration } }

    private func pause(_ duration: Duration) async throws {
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

extension Timestamp {
    /// 2026-11-23T00:00:00Z, when tests begin.
    package static let start = Timestamp(milliseconds: 1_795_392_000_000)

    package static func after(_ duration: Duration) -> Timestamp { start + duration }
}
