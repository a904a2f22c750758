/// The document itself, whose keys are tables.
struct RootTable {
    private var reader: TableReader

    init(_ table: MergedTable, _ findings: Findings) {
        reader = TableReader(table, findings)
    }

    /// One table, `[key]`.
    mutating func single(_ key: String) -> MergedTable? { reader.subtable(key) }

    /// All tables `[key.NAME]`.
    mutating func named(_ key: String) -> NamedTables { NamedTables(key, in: &reader) }

    /// Reports what else stands there.
    func finish() {
        for member in reader.table.members where !reader.known.contains(member.key) {
            let hint = reader.findings.suggestion(for: member.key, among: reader.known)
            let sort =
                switch member.value {
                case .table, .list: "table"
                case .text, .integer, .float, .flag, .calendar: "key"
                }
            reader.findings.fault(
                "unknown \(sort) `\(KeySpelling.spelled(member.key))`" + (hint.map { "; did you mean `\($0)`?" } ?? ""),
                at: member.place)
        }
    }
}
