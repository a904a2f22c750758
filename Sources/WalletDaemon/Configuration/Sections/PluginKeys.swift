import Glibc
import JSON
import WalletAdapters
import WalletCore

/// The keys of `adapter = "exec"`.
struct PluginKeys {
    let surroundings: ConfigurationSurroundings

    func read(_ reader: inout TableReader) -> PluginDefinition? {
        let command = reader.requiredMember("command").flatMap { self.command($0, reader) }
        let options = reader.subtable("options").map { JSONOptions(findings: reader.findings).object($0) }
        var credentials: [String]? = []
        if let member = reader.member("credentials") { credentials = self.credentials(member, reader) }
        guard let command, let credentials else { return nil }
        return PluginDefinition(
            command: command, options: .object(options ?? JSONObject()), credentials: credentials)
    }

    private func command(_ member: MergedTable.Member, _ reader: TableReader) -> [String]? {
        let words = reader.takeList(member, "a list of strings: the program and its arguments") {
            value throws(ValueFlaw) in
            guard case .text(let word) = value else {
                throw .refused("\(value.noun) stands in the list; the program and its arguments are strings")
            }
            guard !word.utf8.contains(0) else { throw .refused("an argument cannot hold a NUL character") }
            return word
        }
        guard let words else { return nil }
        return reader.take(member) { _ throws(ValueFlaw) in
            guard let program = words.first else { throw .refused("the list is empty; it names at least the program") }
            try check(program: ConfigurationValue.text(program).absolutePath())
            return words
        }
    }

    /// The program must be there, and changeable by nobody but root and the daemon's user.
    private func check(program: String) throws(ValueFlaw) {
        let shown = SafeText.excerpt(program)
        guard let status = FileStatus.of(program) else { throw .refused("\(shown) \(FileStatus.reason(errno))") }
        guard FileStatus.isRegular(status) else { throw .refused("\(shown) is not a regular file") }
        guard status.st_mode & 0o111 != 0 else { throw .refused("\(shown) is not executable; chmod +x makes it so") }
        if let flaw = OwnershipRule(users: surroundings.daemonUsers).flaw(status) {
            throw .refused("\(shown) \(flaw)")
        }
    }

    private func credentials(_ member: MergedTable.Member, _ reader: TableReader) -> [String]? {
        let names = reader.takeList(member, "a list of strings: names of credentials") { value throws(ValueFlaw) in
            guard case .text(let name) = value else {
                throw .refused("\(value.noun) stands in the list; names of credentials are strings")
            }
            return name
        }
        guard let names else { return nil }
        var seen: Set<String> = []
        for name in names {
            guard seen.insert(name).inserted else {
                reader.findings.fault("`credentials`: \"\(SafeText.excerpt(name))\" is listed twice", at: member.place)
                continue
            }
            SecretKeys.check(.credential(name), at: member, surroundings.credentials, reader.findings)
        }
        return names
    }
}
