import WalletCore
import WalletStore

/// Copies the database while it is in use. After each copy the generation goes on, so that the copy is known as older
/// when it is ever restored.
struct BackUpRoom: Sendable {
    let ledger: Ledger
    let reader: StoreReader

    private var clock: EngineClock { ledger.timekeeper.clock }

    /// Into `backups/`, and notes when.
    func copyForTheDay() async throws(StoreError) {
        _ = try await reader.backUp(at: clock.now())
        try await ledger.store.advanceGeneration()
        try await ledger.commit { transaction, _ throws(StoreError) in try transaction.recordBackUp() }
    }

    func copy(named name: String) async throws(StoreError) -> (path: String, byteCount: Int) {
        let copy = try await reader.backUp(named: name)
        try await ledger.store.advanceGeneration()
        return copy
    }

    func copy() async throws(StoreError) -> DatabaseCopy {
        let copy = try await reader.copy()
        try await ledger.store.advanceGeneration()
        return copy
    }
}
