import Synchronization
import WalletCore

/// The end of one read: whatever comes first, its answer, its deadline, or that nobody waits for it.
final class PollEnd: Sendable {
    enum Cause: Sendable {
        case answer(Observation.Outcome)
        case deadline
        /// The daemon stops, or the source was edited or removed.
        case abandoned
    }

    private enum State {
        case open
        case awaited(CheckedContinuation<Cause, Never>)
        case reached(Cause)
    }

    private let state = Mutex(State.open)

    /// The first cause counts.
    func reach(_ cause: Cause) {
        let waiter = state.withLock { state -> CheckedContinuation<Cause, Never>? in
            switch state {
            case .open:
                state = .reached(cause)
                return nil
            case .awaited(let waiter):
                state = .reached(cause)
                return waiter
            case .reached:
                return nil
            }
        }
        waiter?.resume(returning: cause)
    }

    /// Reads until the answer.
    func reach(reading adapter: any BalanceSource) async {
        do throws(PortFailure) {
            reach(.answer(.reading(try await adapter.read())))
        } catch {
            reach(.answer(.failure(error)))
        }
    }

    /// Asked once. The read is abandoned when the task that asks is cancelled.
    func reached() async -> Cause {
        await withTaskCancellationHandler {
            await withCheckedContinuation(wait)
        } onCancel: {
            reach(.abandoned)
        }
    }

    private func wait(_ waiter: CheckedContinuation<Cause, Never>) {
        let cause = state.withLock { state -> Cause? in
            if case .reached(let cause) = state { return cause }
            state = .awaited(waiter)
            return nil
        }
        if let cause { waiter.resume(returning: cause) }
    }
}
