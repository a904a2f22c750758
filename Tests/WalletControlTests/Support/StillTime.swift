import Synchronization
import WalletCore
import WalletEngine

/// A clock that moves only when a test says so, and wakes nobody.
final class StillTime: Sendable {
    private let wall = Mutex(Timestamp(milliseconds: 1_795_341_600_000))

    /// 2026-11-22T10:00:00Z at first.
    var now: Timestamp { wall.withLock { $0 } }

    func move(by duration: Duration) { wall.withLock { $0 = $0 + duration } }

    var clock: EngineClock {
        EngineClock(
            now: { self.now }, sinceBoot: { .milliseconds(self.now.milliseconds) },
            sleep: { duration in
                guard duration > .zero else { return }
                let never = AsyncStream<Void> { _ in }
                for await _ in never {}
                throw CancellationError()
            })
    }
}
