import WalletAdapters

/// Reads where a secret is found: `{ credential = "NAME" }` or `{ file = "/path" }`.
struct SecretKeys {
    let inspection: CredentialInspection

    /// The reference of a table; the caller reads its other keys and finishes it.
    func read(_ reader: inout TableReader) -> SecretReference? {
        let credential = reader.member("credential")
        let file = reader.member("file")
        switch (credential, file) {
        case (let credential?, nil):
            return reader.take(credential) { value throws(ValueFlaw) in SecretReference.credential(try value.text()) }
                .map { check($0, at: credential, reader) }
        case (nil, let file?):
            return reader.take(file) { value throws(ValueFlaw) in SecretReference.file(try value.absolutePath()) }
                .map { check($0, at: file, reader) }
        case (_?, let file?):
            reader.findings.fault("a secret has a `credential` or a `file`, not both", at: file.place)
            return nil
        case (nil, nil):
            reader.noteMissing("credential", because: "a secret has a `credential` or a `file`")
            return nil
        }
    }

    /// The reference below `key`, which must be there. What stands in its place may be the secret: it is not quoted.
    func required(_ key: String, _ reader: inout TableReader) -> SecretReference? {
        guard let member = reader.requiredMember(key) else { return nil }
        guard case .table(let table) = member.value else {
            reader.findings.fault(
                "`\(key)` must be { credential = \"NAME\" } or { file = \"/path\" }, not \(member.value.noun):"
                    + " no secret stands in the file", at: member.place)
            return nil
        }
        var secret = TableReader(table, reader.findings)
        let reference = read(&secret)
        secret.finish()
        return reference
    }

    private func check(
        _ reference: SecretReference, at member: MergedTable.Member, _ reader: TableReader
    ) -> SecretReference {
        Self.check(reference, at: member, inspection, reader.findings)
        return reference
    }

    static func check(
        _ reference: SecretReference, at member: MergedTable.Member, _ inspection: CredentialInspection,
        _ findings: Findings
    ) {
        switch inspection.inspect(reference) {
        case .sound: break
        case .fault(let message): findings.fault("`\(member.key)`: \(message)", at: member.place)
        case .unclear(let message): findings.warn("`\(member.key)`: \(message)", at: member.place)
        }
    }
}
