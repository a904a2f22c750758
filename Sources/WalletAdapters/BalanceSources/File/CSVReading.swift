import WalletCore

/// A reading from a table with the header `account,asset,available[,total,kind,as_of,expires]`, in any order.
///
/// It never lists everything: a holding that is not in the table is unknown, not zero.
struct CSVReading {
    private enum Column: String, CaseIterable {
        case account, asset, available, total, kind
        case asOf = "as_of"
        case expires

        static let required: [Column] = [.account, .asset, .available]
    }

    private let text: BalanceText

    init(assets: AssetTable) {
        text = BalanceText(assets: assets)
    }

    func read(_ bytes: [UInt8]) throws(PortFailure) -> Reading {
        let table: CSVTable
        do {
            table = try CSVTable(bytes)
        } catch {
            throw PortFailure(.malformed, "\(error)")
        }
        guard let header = table.records.first else {
            throw PortFailure(.malformed, "the table is empty; its first line must be account,asset,available")
        }
        let columns = try columns(header)
        var parts: [HoldingPart] = []
        for record in table.records.dropFirst() {
            parts.append(try part(record, columns))
        }
        return Reading(balances: try parts.balances(), completeness: .partial)
    }

    private func columns(_ header: CSVTable.Record) throws(PortFailure) -> [Column] {
        var columns: [Column] = []
        for name in header.fields {
            guard let column = Column(rawValue: name) else {
                let known = Column.allCases.map(\.rawValue).joined(separator: ", ")
                throw Self.fault(header, "the column \"\(SafeText.excerpt(name))\" is not known; known are \(known)")
            }
            guard !columns.contains(column) else { throw Self.fault(header, "the column \(name) stands twice") }
            columns.append(column)
        }
        for column in Column.required where !columns.contains(column) {
            throw Self.fault(header, "the column \(column.rawValue) is missing")
        }
        return columns
    }

    private func part(_ record: CSVTable.Record, _ columns: [Column]) throws(PortFailure) -> HoldingPart {
        guard record.fields.count == columns.count else {
            throw Self.fault(record, "\(record.fields.count) fields, but the header has \(columns.count)")
        }
        let row = Row(record: record, columns: columns)
        let asset = try row.required(.asset, text.asset)
        let amount = { digits throws(BalanceTextError) in try text.amount(digits, of: asset) }
        return HoldingPart(
            account: try row.required(.account, text.account), available: try row.required(.available, amount),
            total: try row.optional(.total, amount), kind: try row.optional(.kind, text.kind),
            asOf: try row.optional(.asOf, text.timestamp), expires: try row.optional(.expires, text.date))
    }

    private struct Row {
        let record: CSVTable.Record
        let columns: [Column]

        /// An empty field of an optional column is one that is left out.
        func optional<Field>(
            _ column: Column, _ parse: (String) throws(BalanceTextError) -> Field
        ) throws(PortFailure) -> Field? {
            guard let index = columns.firstIndex(of: column), !record.fields[index].isEmpty else { return nil }
            do {
                return try parse(record.fields[index])
            } catch {
                throw CSVReading.fault(record, "\(column.rawValue): \(error)")
            }
        }

        func required<Field>(
            _ column: Column, _ parse: (String) throws(BalanceTextError) -> Field
        ) throws(PortFailure) -> Field {
            guard let field = try optional(column, parse) else {
                throw CSVReading.fault(record, "\(column.rawValue) is empty")
            }
            return field
        }
    }

    private static func fault(_ record: CSVTable.Record, _ text: String) -> PortFailure {
        PortFailure(.malformed, "line \(record.line): \(text)")
    }
}
