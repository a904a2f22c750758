import WalletCore

/// Reads `[assets.NAME]`.
struct AssetSection {
    /// For a column of a table.
    private static let nameBytesMax = 64

    let findings: Findings

    func read(_ section: NamedTables) -> KnownAssets {
        var assets = KnownAssets(isDamaged: section.isDamaged)
        for entry in section.entries { read(entry, into: &assets) }
        return assets
    }

    private func read(_ entry: NamedTables.Entry, into assets: inout KnownAssets) {
        guard let table = entry.table else { return assets.noteFaulty(entry.name) }
        var reader = TableReader(table, findings)
        let scaleMember = reader.requiredMember("scale")
        let scale = scaleMember.flatMap { member in
            reader.take(member) { value throws(ValueFlaw) in try value.integer(in: 0...Asset.scaleMax) }
        }
        let name = reader.optional("name", displayName)
        reader.finish()
        guard let scaleMember, let scale else { return assets.noteFaulty(entry.name) }
        do {
            try assets.declare(entry.name, scale: scale, name: name)
        } catch {
            assets.noteFaulty(entry.name)
            findings.fault("\(error)", at: place(of: error, entry: entry, scale: scaleMember))
        }
    }

    private func place(of error: AssetError, entry: NamedTables.Entry, scale: MergedTable.Member) -> Place {
        switch error {
        case .malformedCode: entry.place
        case .unknown, .scaleOutOfRange, .redeclared: scale.place
        }
    }

    private func displayName(_ value: ConfigurationValue) throws(ValueFlaw) -> String {
        let name = try value.text()
        guard !name.isEmpty, name.utf8.count <= Self.nameBytesMax, SafeText.message(name) == name else {
            throw .refused("a name has 1 to \(Self.nameBytesMax) bytes and no control characters")
        }
        return name
    }
}
