import JSON

/// Turns options as written into the JSON that a plugin is given.
struct JSONOptions {
    let findings: Findings

    func object(_ table: MergedTable) -> JSONObject {
        var object = JSONObject()
        for member in table.members {
            if SecretWords.ask(member.key), isSecret(member.value) {
                findings.fault(
                    "`\(KeySpelling.spelled(member.key))` looks like a secret, which never stands in the file;"
                        + " name a credential for it in `credentials`",
                    at: member.place)
            } else if let value = value(member.value, of: member) {
                object.set(member.key, to: value)
            }
        }
        return object
    }

    private func value(_ value: ConfigurationValue, of member: MergedTable.Member) -> JSONValue? {
        switch value {
        case .text(let text), .calendar(let text, noun: _): return .string(text)
        case .integer(let integer): return .integer(integer)
        case .flag(let flag): return .bool(flag)
        case .list(let elements): return .array(elements.compactMap { self.value($0, of: member) })
        case .table(let table): return .object(object(table))
        case .float:
            findings.fault(
                "`\(KeySpelling.spelled(member.key))` is a float, which may lose digits; write it as a string",
                at: member.place)
            return nil
        }
    }

    /// Whether there is something to be kept secret.
    private func isSecret(_ value: ConfigurationValue) -> Bool {
        switch value {
        case .text(let text): !text.isEmpty
        case .integer: true
        case .list(let elements): elements.contains(where: isSecret)
        case .float, .flag, .calendar, .table: false
        }
    }
}
