import WalletCore

/// Reads `[daemon]`.
struct DaemonSection {
    /// Shorter, and nothing would be left to look at after a weekend.
    private static let retentionRange = Duration.seconds(86_400)...Duration.writtenMax
    /// What `sun_path` of unix(7) holds, without the byte that ends it.
    private static let socketPathBytesMax = 107

    let surroundings: ConfigurationSurroundings
    let assets: KnownAssets
    let findings: Findings

    func read(_ table: MergedTable?) -> DaemonSettings {
        var settings = DaemonSettings(
            database: surroundings.defaults.database, socket: surroundings.defaults.socket)
        guard let table else { return settings }
        var reader = TableReader(table, findings)
        if let path = reader.optional("database", databasePath) { settings.database = path }
        if let path = reader.optional("socket", socketPath) { settings.socket = path }
        settings.homeAsset = reader.optional("home_asset") { value throws(ValueFlaw) in
            try assets.asset(try value.text())
        }
        if let member = reader.member("operators") {
            settings.operators = reader.takeList(member, "a list of users and @groups", readOperator) ?? []
        }
        settings.retention = reader.optional("retention") { value throws(ValueFlaw) in
            try value.duration(in: Self.retentionRange)
        }
        reader.finish()
        return settings
    }

    private func databasePath(_ value: ConfigurationValue) throws(ValueFlaw) -> String {
        let path = try value.absolutePath()
        guard path.utf8.last != UInt8(ascii: "/") else { throw .refused("the path of a file does not end in \"/\"") }
        return path
    }

    private func socketPath(_ value: ConfigurationValue) throws(ValueFlaw) -> String {
        let path = try databasePath(value)
        guard path.utf8.count <= Self.socketPathBytesMax else {
            throw .refused("the path of a socket has at most \(Self.socketPathBytesMax) bytes")
        }
        return path
    }

    private func readOperator(_ value: ConfigurationValue) throws(ValueFlaw) -> Operator {
        guard case .text(let text) = value else {
            throw .refused("\(value.noun) stands in the list; users and @groups are strings")
        }
        guard text.utf8.first == UInt8(ascii: "@") else {
            return .user(name: text, id: try id(of: text, "user", in: surroundings.accounts.user))
        }
        let name = String(text.dropFirst())
        return .group(name: name, id: try id(of: name, "group", in: surroundings.accounts.group))
    }

    private func id(
        of name: String, _ sort: String, in accounts: (String) -> AccountDirectory.Answer
    ) throws(ValueFlaw) -> UInt32 {
        let shown = "\(sort) \"\(SafeText.excerpt(name))\""
        // What holds a NUL would be looked up as what stands before it.
        let isName = !name.isEmpty && !name.utf8.contains(0)
        switch isName ? accounts(name) : .unknown {
        case .id(let id): return id
        case .unknown: throw .refused("there is no \(shown) on this machine")
        case .unavailable(let cause): throw .refused("the \(shown) cannot be looked up: \(cause)")
        }
    }
}
