import Glibc
package import WalletCore

/// Announces events as readable lines on standard error, where there is no journal.
package struct StandardErrorNotifier: Notifier {
    /// How long to wait where the reader is slow; nothing is dropped, and nothing else waits for it.
    private static let slowDelay: Duration = .milliseconds(20)

    /// The same name as the journal's: there is one announcement, wherever it goes.
    package let name = "journal"
    private let pause: @Sendable (Duration) async throws -> Void

    package init(pause: @escaping @Sendable (Duration) async throws -> Void) {
        self.pause = pause
    }

    package func announce(_ event: Event) async throws(PortFailure) {
        try await write(line(for: event.draft, number: "#\(event.seq) "))
    }

    package func announceUnstored(_ draft: EventDraft) async throws(PortFailure) {
        try await write(line(for: draft, number: ""))
    }

    private func line(for draft: EventDraft, number: String) -> String {
        "\(draft.at) \(number)\(draft.type.rawValue): \(draft.message)\n"
    }

    private func write(_ line: String) async throws(PortFailure) {
        while !StandardError.isReady {
            do { try await pause(StandardErrorNotifier.slowDelay) } catch {
                throw PortFailure(.unreachable, "stopped while nobody read standard error")
            }
        }
        switch StandardError.write(line) {
        // Where nobody reads it, nobody is left to tell.
        case .written, .unread: return
        case .failed(let cause): throw PortFailure(.failed, "standard error: \(String(cString: strerror(cause)))")
        }
    }
}
