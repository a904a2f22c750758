/// The document itself, whose keys are tables.
struct RootTable {
    private var reader: TableReader

    init(_ table: MergedTable, _ findings: Findings) {
        reader = TableReader(table, findings)
    }

    /// One table, `[key]`.
    mutating func single(_ key: String) -> MergedTable? { reader.subtable(key) }

    /// Whether there may be something under the key, readable or not.
    func mentions(_ key: String) -> Bool { reader.table.isDamaged || reader.table[key] != nil }

    /// All tables `[key.NAME]`.
    mutating func named(_ key: String) -> NamedTables { NamedTables(key, in: &reader) }

    /// Reports what else stands there.
    func finish() {
        for member in reader.table.members where !reader.known.contains(member.key) {
            let hint = reader.findings.suggestion(for: member.key, among: reader.known)
            let sort = isTable(member.value) ? "table" : "key"
            reader.findings.fault(
                "unknown \(sort) `\(KeySpelling.spelled(member.key))`" + (hint.map { "; did you mean `\($0)`?" } ?? ""),
                at: member.place)
        }
    }

    /// `[a]`, or `[[a]]`.
    private func isTable(_ value: ConfigurationValue) -> Bool {
        switch value {
        case .table: true
        case .list(let elements): !elements.isEmpty && elements.allSatisfy(isTable)
        case .text, .integer, .float, .flag, .calendar: false
        }
    }
}
