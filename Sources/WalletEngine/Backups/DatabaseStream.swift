import WalletStore

/// A copy of the database, to be read piece by piece.
package struct DatabaseStream: Sendable {
    /// What fits a socket's buffer a few times.
    private static let pieceBytes = 1 << 18

    private let copy: DatabaseCopy

    init(_ copy: DatabaseCopy) { self.copy = copy }

    package var byteCount: Int { copy.byteCount }

    /// The bytes from `offset` on; none at the end.
    package func piece(from offset: Int) throws(EngineError) -> [UInt8] {
        do throws(StoreError) {
            return try copy.bytes(from: offset, limit: DatabaseStream.pieceBytes)
        } catch {
            throw EngineError(error)
        }
    }
}
