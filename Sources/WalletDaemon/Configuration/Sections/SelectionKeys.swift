import WalletCore

/// The keys that say which holdings a rule is about: each takes a name, a pattern, or a list of them.
struct SelectionKeys {
    let assets: KnownAssets

    func read(_ reader: inout TableReader, sources: inout KnownSources) -> Selection {
        var selection = Selection()
        selection.sources = self.sources(&reader, &sources)
        selection.accounts = patterns("account", &reader) { text throws(ValueFlaw) in
            _ = try ConfigurationValue.text(text).name(AccountName.check)
            return [Glob(text)]
        }
        selection.kinds = patterns("kind", &reader, kinds)
        selection.assets = patterns("asset", &reader) { text throws(ValueFlaw) in
            [Glob(text).isLiteral ? try assets.asset(text).code : text]
        }
        return selection
    }

    private func sources(_ reader: inout TableReader, _ sources: inout KnownSources) -> [Glob] {
        let findings = reader.findings
        let names = sources.names
        let faultsBefore = findings.count
        let globs = patterns("source", &reader) { text throws(ValueFlaw) in
            let glob = Glob(text)
            return [glob.isLiteral ? Glob(try names.reference(text)) : glob]
        }
        if findings.count == faultsBefore, !names.isDamaged, !sources.isAnySelected(by: globs) {
            findings.warn(
                "the rule matches no source that is configured", at: reader.table["source"]?.place ?? reader.table.place
            )
        }
        return globs
    }

    /// Of the closed set of kinds a pattern must match one.
    private func kinds(_ text: String) throws(ValueFlaw) -> [BalanceKind] {
        let glob = Glob(text)
        guard !glob.isLiteral else { return [try ConfigurationValue.text(text).word(BalanceKind.self)] }
        let matching = BalanceKind.allCases.filter { glob.matches($0.rawValue) }
        guard !matching.isEmpty else { throw .refused("\"\(SafeText.excerpt(text))\" matches no kind") }
        return matching
    }

    /// A list that selects everything is empty.
    private func patterns<Element: Hashable>(
        _ key: String, _ reader: inout TableReader, _ read: (String) throws(ValueFlaw) -> [Element]
    ) -> [Element] {
        guard let member = reader.member(key) else { return [] }
        var selectsAll = false
        let readOne = { (value: ConfigurationValue) throws(ValueFlaw) -> [Element] in
            guard case .text(let text) = value else {
                throw .kind(wanted: "a name, a pattern or a list of them", found: value.noun)
            }
            guard !text.isEmpty else { throw .refused("a name is empty") }
            if text.utf8.allSatisfy({ $0 == UInt8(ascii: "*") }) { selectsAll = true }
            return try read(text)
        }
        guard case .list(let values) = member.value else {
            let elements = reader.take(member, readOne) ?? []
            return selectsAll ? [] : elements
        }
        guard !values.isEmpty else {
            reader.findings.fault("`\(key)`: the list is empty; without the key everything is meant", at: member.place)
            return []
        }
        let elements = reader.takeList(member, "a list of names", readOne) ?? []
        return selectsAll ? [] : elements.flatMap(\.self)
    }
}
