import Synchronization
import WalletCore

/// Remembers which events it was told.
final class TellingNotifier: Notifier {
    let name = "journal"
    private let numbers = Mutex<[Int64?]>([])

    /// In order, `nil` for what has no number.
    var told: [Int64?] { numbers.withLock { $0 } }

    func announce(_ event: Event) { numbers.withLock { $0.append(event.seq) } }

    func announceUnstored(_ draft: EventDraft) { numbers.withLock { $0.append(nil) } }
}
