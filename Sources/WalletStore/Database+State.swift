import SQLite
import WalletCore

/// What the database says of itself.
extension Database {
    enum StateKey: String {
        case databaseID = "database_id"
        case generation
        /// The last event known before history went back, and when that was found.
        case wentBack = "history_went_back"
        case prunePass = "prune_pass"
        case quickCheckPassed = "quick_check_passed_at"
        case backedUp = "backed_up_at"
    }

    func state(_ key: StateKey) throws(StoreError) -> String? {
        try first("SELECT value FROM meta WHERE key = ?", key.rawValue) { $0.text(0) }
    }

    func number(_ key: StateKey) throws(StoreError) -> Int64? {
        guard let text = try state(key) else { return nil }
        guard let number = Int64(text) else {
            throw .damaged(location, because: "its entry \(key.rawValue) is not a number")
        }
        return number
    }

    func put(_ key: StateKey, _ value: String) throws(StoreError) {
        try run(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
            key.rawValue, value)
    }

    func forget(_ key: StateKey) throws(StoreError) {
        try run("DELETE FROM meta WHERE key = ?", key.rawValue)
    }

    /// The highest number that was ever given to an event; 0: none yet.
    func lastEvent() throws(StoreError) -> Int64 {
        let last = try first("SELECT seq FROM sqlite_sequence WHERE name = 'event'") { $0.int64(0) } ?? 0
        guard Generation.numbers.contains(last) else { throw .damaged(location, because: "its last event is \(last)") }
        return last
    }

    /// That events are lost which were numbered before; `nil` also once an operator has accepted that.
    func historyWentBack() throws(StoreError) -> HistoryWentBack? {
        guard let text = try state(.wentBack) else { return nil }
        let numbers = text.split(separator: " ").compactMap { Int64($0) }
        guard numbers.count == 2 else { throw .damaged(location, because: "its entry history_went_back is broken") }
        return HistoryWentBack(lastEventKnown: numbers[0], foundAt: Timestamp(milliseconds: numbers[1]))
    }

    /// The highest instant of any commit.
    func highestInstant() throws(StoreError) -> Timestamp? {
        try first("SELECT highest FROM clock") { $0.timestamp(0) }
    }
}
