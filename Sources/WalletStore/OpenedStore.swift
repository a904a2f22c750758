package import WalletCore

/// A store that is ready, and what opening it found.
package struct OpenedStore: Sendable {
    package let store: Store
    package let findings: Findings

    package struct Findings: Equatable, Sendable {
        package let history: History
        /// The version of the schema.
        package let schema: Int
        /// The highest instant that was committed before; `nil`: never anything.
        package let highestInstant: Timestamp?
    }

    package enum History: Equatable, Sendable {
        /// The database was made now.
        case began
        case continued
        /// The database is older than the one that was used last, or another one, as after restoring a backup.
        case wentBack(HistoryWentBack)
    }
}

/// That events are lost which were numbered before; said at every start from then on.
package struct HistoryWentBack: Equatable, Sendable {
    /// The last one that is known to have had a number. Numbers go on a million after it.
    package let lastEventKnown: Int64
    package let foundAt: Timestamp
}
