import WalletAdapters
import WalletCore

/// Reads `headers`: texts, and secrets by reference.
struct HTTPHeaderKeys {
    typealias Header = HTTPSourceDefinition.Header

    let inspection: CredentialInspection
    let findings: Findings

    func read(_ table: MergedTable) -> [Header] {
        var seen: Set<String> = []
        return table.members.compactMap { member in
            guard let header = header(member) else { return nil }
            if let reason = header.refusal {
                findings.fault(reason, at: member.place)
            } else if !seen.insert(member.key.lowercased()).inserted {
                findings.fault(
                    "the header \(SafeText.excerpt(member.key)) stands here twice: capitals do not tell headers apart",
                    at: member.place)
            }
            return header
        }
    }

    private func header(_ member: MergedTable.Member) -> Header? {
        let name = KeySpelling.spelled(member.key)
        switch member.value {
        case .text(let text):
            guard SecretWords.askInRequest(member.key) && !text.isEmpty || WrittenSecret.isCredential(headerValue: text)
            else { return Header(name: member.key, value: .text(text)) }
            findings.fault(
                "the header `\(name)` carries a secret, which never stands in the file;"
                    + " write \(name) = { credential = \"NAME\" } (with prefix = \"Bearer \" where one is due)",
                at: member.place)
            return nil
        case .table(let table):
            return secret(table).map { Header(name: member.key, value: $0) }
        case .integer, .float, .flag, .calendar, .list:
            findings.fault(
                "`\(name)` must be a string or { credential = \"NAME\" }, not \(member.value.noun)", at: member.place)
            return nil
        }
    }

    private func secret(_ table: MergedTable) -> HTTPSourceDefinition.HeaderValue? {
        var reader = TableReader(table, findings)
        let reference = SecretKeys(inspection: inspection).read(&reader)
        let prefix = reader.optional("prefix") { value throws(ValueFlaw) in try value.text() }
        reader.finish()
        return reference.map { .secret($0, prefix: prefix ?? "") }
    }
}
