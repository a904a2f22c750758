import WalletCore

/// Reads `from`: holdings as `source` or `source/account`, names or patterns, all of them of configured sources.
struct HoldingPatternKeys {
    private static let wanted = "a list of holdings, like [\"tips\", \"cards/card-1\"]"

    let names: KnownNames

    func read(_ reader: inout TableReader) -> [HoldingPattern]? {
        guard let member = reader.requiredMember("from") else { return nil }
        guard case .list(let values) = member.value else { return reader.take(member, pattern).map { [$0] } }
        guard !values.isEmpty else {
            reader.findings.fault("`from`: the list is empty; it names at least one holding", at: member.place)
            return nil
        }
        return reader.takeList(member, Self.wanted, pattern)
    }

    private func pattern(_ value: ConfigurationValue) throws(ValueFlaw) -> HoldingPattern {
        guard case .text(let text) = value else { throw .kind(wanted: Self.wanted, found: value.noun) }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2 else {
            throw .refused(
                "\"\(SafeText.excerpt(text))\" has more than one \"/\"; a holding is \"source\" or \"source/account\" here, "
                    + "its asset is that of `when_above`")
        }
        guard let source = parts.first, !source.isEmpty else { throw .refused("the name of a source is empty") }
        let glob = Glob(source)
        if glob.isLiteral { _ = try names.reference(source) }
        guard parts.count == 2 else { return HoldingPattern(source: glob) }
        return HoldingPattern(
            source: glob, account: Glob(try ConfigurationValue.text(parts[1]).name(AccountName.check)))
    }
}
