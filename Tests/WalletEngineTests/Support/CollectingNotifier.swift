import Synchronization
import WalletCore

/// Keeps what was announced, and can refuse.
final class CollectingNotifier: Notifier {
    private struct State {
        var events: [Event] = []
        var unstored: [EventDraft] = []
        var refused: Set<Int64> = []
    }

    let name: String
    private let state = Mutex(State())

    init(name: String = "test") {
        self.name = name
    }

    var events: [Event] { state.withLock { $0.events } }
    var unstoredEvents: [EventDraft] { state.withLock { $0.unstored } }
    var numbers: [Int64] { events.map(\.seq) }

    /// From now on these events are not taken, and no others are refused.
    func refuse(_ numbers: Set<Int64>) { state.withLock { $0.refused = numbers } }

    func announce(_ event: Event) async throws(PortFailure) {
        let isRefused = state.withLock { state in
            if !state.refused.contains(event.seq) { state.events.append(event) }
            return state.refused.contains(event.seq)
        }
        if isRefused { throw PortFailure(.unreachable, "nobody listens") }
    }

    func announceUnstored(_ draft: EventDraft) async throws(PortFailure) {
        state.withLock { $0.unstored.append(draft) }
    }
}
