import WalletCore

struct QuietNotifier: Notifier {
    let name = "test"

    func announce(_ event: Event) async throws(PortFailure) {}
    func announceUnstored(_ draft: EventDraft) async throws(PortFailure) {}
}
