package import WalletCore

extension WriteTransaction {
    /// Stores the events with the next numbers, in order.
    package func append(_ events: [EventDraft]) throws(StoreError) -> [Event] { throw StoreError(.closed, "") }

    /// The sink has announced everything up to and including this event.
    package func markAnnounced(by sink: String, upTo seq: Int64) throws(StoreError) { throw StoreError(.closed, "") }
}
