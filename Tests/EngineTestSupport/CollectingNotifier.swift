import Synchronization
package import WalletCore

/// Keeps what was announced, and can refuse.
package final class CollectingNotifier: Notifier {
    private struct State {
        var events: [Event] = []
        var unstored: [EventDraft] = []
        var refused: Set<Int64> = []
    }

    package let name: String
    private let state = Mutex(State())

    package init(name: String = "test") {
        self.name = name
    }

    package var events: [Event] { state.withLock { $0.events } }
    package var unstoredEvents: [EventDraft] { state.withLock { $0.unstored } }
    package var numbers: [Int64] { events.map(\.seq) }

    /// From now on these events are not taken, and no others are refused.
    package func refuse(_ numbers: Set<Int64>) { state.withLock { $0.refused = numbers } }

    package func announce(_ event: Event) async throws(PortFailure) {
        let isRefused = state.withLock { state in
            if !state.refused.contains(event.seq) { state.events.append(event) }
            return state.refused.contains(event.seq)
        }
        if isRefused { throw PortFailure(.unreachable, "nobody listens") }
    }

    package func announceUnstored(_ draft: EventDraft) async throws(PortFailure) {
        state.withLock { $0.unstored.append(draft) }
    }
}
