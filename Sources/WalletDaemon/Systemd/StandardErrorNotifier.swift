import Glibc
package import WalletCore

/// Announces events as readable lines on standard error, where there is no journal.
package struct StandardErrorNotifier: Notifier {
    /// The same name as the journal's: there is one announcement, wherever it goes.
    package let name = "journal"

    package init() {}

    package func announce(_ event: Event) async throws(PortFailure) {
        write(line(for: event.draft, number: "#\(event.seq) "))
    }

    package func announceUnstored(_ draft: EventDraft) async throws(PortFailure) {
        write(line(for: draft, number: ""))
    }

    private func line(for draft: EventDraft, number: String) -> String {
        "\(draft.at) \(number)\(draft.type.rawValue): \(draft.message)\n"
    }

    private func write(_ line: String) {
        StandardError.write(line)
    }
}
