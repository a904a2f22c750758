import SQLite
import WalletCore

/// The numbers of the rows of holdings that a writer has met, which spare finding them by name at each reading.
///
/// A row never goes and never changes its number. What a transaction added is to be forgotten when it fails.
final class HoldingRows {
    private var rows: [HoldingID: Int64] = [:]

    func row(of id: HoldingID, in database: Database) throws(StoreError) -> Int64 {
        if let row = rows[id] { return row }
        let row = try database.first(
            """
            SELECT id FROM holding WHERE source_id = (SELECT id FROM source WHERE name = ?) AND account = ? AND asset = ?
            """,
            id.source, id.account, id.asset
        ) { $0.int64(0) }
        guard let row else { throw database.refused("there is no holding \(id)") }
        rows[id] = row
        return row
    }

    func add(_ row: Int64, for id: HoldingID) { rows[id] = row }

    func forget() { rows = [:] }
}
