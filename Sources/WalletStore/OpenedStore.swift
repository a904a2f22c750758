package import WalletCore

/// A store that is ready, and what opening it found.
package struct OpenedStore: Sendable {
    package let store: Store
    package let history: History
    /// The version of the schema.
    package let schema: Int
    /// The highest instant that was committed before; `nil`: never anything.
    package let highestInstant: Timestamp?

    package enum History: Equatable, Sendable {
        /// The database was made now.
        case began
        case continued
        /// The database is older than the one that was used last, or another one, as after restoring a backup. Event
        /// numbers go on a million after the last known one.
        case wentBack(HistoryWentBack)
    }
}

package struct HistoryWentBack: Equatable, Sendable {
    /// The last event that is known to have been numbered before.
    package let lastEventKnown: Int64
    package let detectedAt: Timestamp
}
