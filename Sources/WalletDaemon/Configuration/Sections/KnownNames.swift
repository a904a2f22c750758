import WalletCore

/// The names of one sort of tables, for keys that refer to one of them.
struct KnownNames {
    /// What such a table is called in a message, e.g. `source`.
    let noun: String
    private let names: Set<String>
    /// Whether another one may be configured in lines that could not be read.
    let isDamaged: Bool
    private let findings: Findings

    init(_ section: NamedTables, noun: String, findings: Findings) {
        self.noun = noun
        names = Set(section.entries.map(\.name))
        isDamaged = section.isDamaged
        self.findings = findings
    }

    func contains(_ name: String) -> Bool { names.contains(name) }

    /// The name, if there is a table of it.
    func reference(_ name: String) throws(ValueFlaw) -> String {
        guard !names.contains(name) else { return name }
        guard !isDamaged else { throw .explainedElsewhere }
        let hint = findings.suggestion(for: name, among: names).map { "; did you mean \"\($0)\"?" } ?? ""
        throw .refused("\(noun) \"\(SafeText.excerpt(name))\" is not configured\(hint)")
    }
}
