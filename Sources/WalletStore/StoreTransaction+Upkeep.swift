import SQLite
package import WalletCore

/// When the database was last looked after.
extension StoreTransaction {
    /// When ``StoreReader/quickCheck()`` last found it sound; `nil`: never.
    package func quickCheckPassedAt() throws(StoreError) -> Timestamp? {
        try database.number(.quickCheckPassed).map(Timestamp.init(milliseconds:))
    }

    /// When it was last copied into `backups/`; `nil`: never.
    package func backedUpAt() throws(StoreError) -> Timestamp? {
        try database.number(.backedUp).map(Timestamp.init(milliseconds:))
    }
}

extension WriteTransaction {
    package func recordQuickCheckPassed() throws(StoreError) {
        try database.put(.quickCheckPassed, "\(now.milliseconds)")
    }

    package func recordBackUp() throws(StoreError) { try database.put(.backedUp, "\(now.milliseconds)") }
}
