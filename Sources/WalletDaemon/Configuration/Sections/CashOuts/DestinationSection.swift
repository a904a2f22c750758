import WalletAdapters
import WalletCore

/// Reads `[destinations.NAME]`.
struct DestinationSection {
    private static let coolingOffRange = Duration.zero...Duration.writtenMax
    private static let nodeKeyDigits = 66

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
        let account = SecretKeys(inspection: surroundings.credentials).required("account", &reader)
        var settings = Destination(name: name, provider: provider ?? "", identity: "")
        let coolingOff = reader.optional("cooling_off") { value throws(ValueFlaw) in
            try value.duration(in: Self.coolingOffRange)
        }
        if let coolingOff { settings.coolingOff = coolingOff }
        settings.source = reader.optional("source") { value throws(ValueFlaw) in
            try sources.reference(try value.text())
        }
        let payee = reader.optional("payee", nodeKey)
        reader.finish()
        guard provider != nil, let account else { return nil }
        return ConfiguredDestination(
            settings: settings, definition: DestinationDefinition(name: name, account: account, payee: payee))
    }

    /// The public key of a Lightning node: a compressed point of secp256k1 in hex (BOLT 1), in small letters.
    private func nodeKey(_ value: ConfigurationValue) throws(ValueFlaw) -> String {
        let key = try value.text().lowercased()
        let isHex = key.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
        }
        guard isHex, key.utf8.count == Self.nodeKeyDigits, key.hasPrefix("02") || key.hasPrefix("03") else {
            throw .refused("the public key of a node is wanted: \(Self.nodeKeyDigits) hex digits, from 02 or 03 on")
        }
        return key
    }
}
