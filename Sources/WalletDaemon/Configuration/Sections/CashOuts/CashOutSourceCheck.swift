import WalletCore

/// Checks what the sources that a rule names mean for it.
struct CashOutSourceCheck {
    private static let namesMax = 3

    private var sources: KnownSources
    private let findings: Findings

    init(_ sources: KnownSources, _ findings: Findings) {
        self.sources = sources
        self.findings = findings
    }

    var names: KnownNames { sources.names }

    mutating func check(_ from: [HoldingPattern], at place: Place) {
        let patterns = from.map(\.source)
        guard !sources.names.isDamaged else { return }
        guard sources.isAnySelected(by: patterns) else {
            return findings.warn("the rule matches no source that is configured", at: place)
        }
        guard let selected = selected(by: patterns) else { return }
        let (debts, others) = (selected.filter(\.isDebt), selected.filter { !$0.isDebt })
        if !debts.isEmpty {
            findings.fault(
                "`from`: kind = \"carrier-billing\" in \(Self.list(debts)): that is debt, not money,"
                    + " and can never be cashed out",
                at: place)
        }
        let closed = others.filter { $0.withdrawal == .none }
        if !closed.isEmpty {
            findings.warn(
                "`from`: withdrawal = \"none\", which is the default, in \(Self.list(closed)):"
                    + " nothing leaves there until it says how (\"direct\", \"partner\" or \"voucher\")",
                at: place)
        }
    }

    /// Each once, in the order of the names; `nil` where it is not worth the time.
    private mutating func selected(by patterns: [Glob]) -> [SourceSettings]? {
        var selected: [String: SourceSettings] = [:]
        for pattern in patterns {
            guard let some = sources.selected(by: pattern) else { return nil }
            for source in some { selected[source.name] = source }
        }
        return selected.values.sorted { $0.name < $1.name }
    }

    /// The first few by name, and how many there are beside them.
    private static func list(_ sources: [SourceSettings]) -> String {
        let names = sources.prefix(namesMax).map { "\"\($0.name)\"" }.joined(separator: ", ")
        let more = sources.count - namesMax
        return "\(sources.count == 1 ? "source" : "sources") \(names)" + (more > 0 ? " and \(more) more" : "")
    }
}

extension SourceSettings {
    fileprivate var isDebt: Bool { kind == .carrierBilling }
}
