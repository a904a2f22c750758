import WalletCore

/// The tables of one sort, e.g. all `[sources.NAME]`.
struct NamedTables {
    struct Entry {
        let name: String
        /// Of the name.
        let place: Place
        /// `nil` where something else stands in its place, which is reported.
        let table: MergedTable?
    }

    /// In the order of their names.
    let entries: [Entry]
    /// Whether lines that may hold another one could not be read.
    let isDamaged: Bool

    /// The tables below `key`.
    init(_ key: String, in root: inout TableReader) {
        let findings = root.findings
        let member = root.member(key)
        guard let member, case .table(let section) = member.value else {
            if let member {
                findings.fault("`\(key)` must be tables, [\(key).NAME], not \(member.value.noun)", at: member.place)
            }
            entries = []
            isDamaged = root.table.isDamaged || member != nil
            return
        }
        isDamaged = root.table.isDamaged || section.isDamaged
        entries = section.members.sorted { $0.key < $1.key }.map { member in
            if case .table(let table) = member.value {
                return Entry(name: member.key, place: member.place, table: table)
            }
            let name = KeySpelling.spelled(member.key)
            findings.fault("`\(name)` must be a table, [\(key).\(name)], not \(member.value.noun)", at: member.place)
            return Entry(name: member.key, place: member.place, table: nil)
        }
    }

    /// Names are part of every message, path and request, so they are plain.
    func checkNames(_ findings: Findings) {
        for entry in entries {
            do throws(NameError) {
                try Name.check(entry.name)
            } catch {
                findings.fault("\(error)", at: entry.place)
            }
        }
    }
}
