import WalletAdapters
import WalletCore

/// Reads `[destinations.NAME]`.
struct DestinationSection {
    private static let coolingOffRange = Duration.zero...Duration.writtenMax

    let surroundings: ConfigurationSurroundings
    let providers: KnownNames
    let sources: KnownNames
    let findings: Findings

    /// In the order of their names.
    func read(_ section: NamedTables) -> [ConfiguredDestination] {
        section.checkNames(findings)
        return section.entries.compactMap { entry in entry.table.flatMap { read($0, named: entry.name) } }
    }

    private func read(_ table: MergedTable, named name: String) -> ConfiguredDestination? {
        var reader = TableReader(table, findings)
        let provider = reader.required("provider") { value throws(ValueFlaw) in
            try providers.reference(try value.text())
        }
        let account = reader.requiredMember("account").flatMap(self.account)
        var settings = Destination(name: name, provider: provider ?? "", identity: "")
        let coolingOff = reader.optional("cooling_off") { value throws(ValueFlaw) in
            try value.duration(in: Self.coolingOffRange)
        }
        if let coolingOff { settings.coolingOff = coolingOff }
        settings.source = reader.optional("source") { value throws(ValueFlaw) in
            try sources.reference(try value.text())
        }
        reader.finish()
        guard provider != nil, let account else { return nil }
        return ConfiguredDestination(settings: settings, definition: DestinationDefinition(account: account))
    }

    private func account(_ member: MergedTable.Member) -> SecretReference? {
        guard case .table(let table) = member.value else {
            // Never quoted: it is somebody's account.
            findings.fault(
                "`account` never stands in the file; write account = { credential = \"NAME\" } or { file = \"/path\" }",
                at: member.place)
            return nil
        }
        var reader = TableReader(table, findings)
        let reference = SecretKeys(inspection: surroundings.credentials).read(&reader)
        reader.finish()
        return reference
    }
}
