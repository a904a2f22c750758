import Glibc
package import WalletCore

/// Announces events to systemd's journal, with the fields that `journalctl` filters by; while there is no journal, in
/// another way.
package struct JournalNotifier: Notifier {
    package static let socketPath = "/run/systemd/journal/socket"

    package let name = "journal"
    private let socket: DatagramSocket
    private let substitute: any Notifier
    private let pause: @Sendable (Duration) async throws -> Void

    /// How long to wait where the journal's queue is full; nothing is dropped.
    private static let fullDelay: Duration = .milliseconds(20)

    /// `substitute` is used for each event at which nobody listens at `path`; `nil` where no socket can be had.
    package init?(
        path: String = JournalNotifier.socketPath, orElse substitute: any Notifier,
        pause: @escaping @Sendable (Duration) async throws -> Void
    ) {
        guard let socket = DatagramSocket(path: path) else { return nil }
        self.socket = socket
        self.substitute = substitute
        self.pause = pause
    }

    package func announce(_ event: Event) async throws(PortFailure) {
        guard try await send(JournalNotifier.entry(for: event.draft, seq: event.seq)) else {
            return try await substitute.announce(event)
        }
    }

    package func announceUnstored(_ draft: EventDraft) async throws(PortFailure) {
        guard try await send(JournalNotifier.entry(for: draft, seq: nil)) else {
            return try await substitute.announceUnstored(draft)
        }
    }

    static func entry(for draft: EventDraft, seq: Int64?) -> JournalEntry {
        var entry = JournalEntry()
        entry.append("MESSAGE", draft.message)
        entry.append("PRIORITY", String(draft.priority))
        entry.append("MESSAGE_ID", draft.type.messageID)
        entry.append("SYSLOG_IDENTIFIER", "walletd")
        entry.append("WALLETD_EVENT", draft.type.rawValue)
        let fields: [(String, String?)] = [
            ("WALLETD_SEQ", seq.map(String.init)), ("WALLETD_RULE", draft.rule), ("WALLETD_SOURCE", draft.source),
            ("WALLETD_ACCOUNT", draft.account), ("WALLETD_ASSET", draft.asset),
            ("WALLETD_AMOUNT", draft.amount?.description), ("WALLETD_LIMIT", draft.limit?.description),
            ("WALLETD_CASHOUT", draft.cashOut), ("WALLETD_PROVIDER", draft.provider),
            ("WALLETD_REASON", draft.reason), ("WALLETD_SILENCED", draft.isSilenced ? "1" : nil),
        ]
        for case (let name, let value?) in fields { entry.append(name, value) }
        return entry
    }

    /// `false`: there is no journal.
    private func send(_ entry: JournalEntry) async throws(PortFailure) -> Bool {
        while true {
            var outcome = socket.send(entry.bytes)
            if outcome == .tooLarge { outcome = socket.sendAsFile(entry.bytes) }
            switch outcome {
            case .sent: return true
            case .failed(ENOENT), .failed(ECONNREFUSED): return false
            case .failed(let code): throw PortFailure(.unreachable, "the journal refused an entry (errno \(code))")
            case .tooLarge: throw PortFailure(.tooLarge, "the journal refused an entry as too large")
            case .full:
                do { try await pause(JournalNotifier.fullDelay) } catch {
                    throw PortFailure(.unreachable, "stopped while the journal was full")
                }
            }
        }
    }
}
