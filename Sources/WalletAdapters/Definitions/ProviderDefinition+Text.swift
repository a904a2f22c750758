import JSON
package import WalletCore

extension ProviderDefinition {
    package var text: String {
        var document = JSONObject()
        document.set("adapter", to: .string(adapter))
        switch self {
        case .exec(let definition): definition.write(to: &document)
        case .lnbits(let definition): definition.write(to: &document)
        }
        return JSONValue.object(document).text
    }

    /// Reads what ``text`` wrote; the assets are those that its fees were written in.
    package init(text: String, assets: AssetTable) throws(DefinitionError) {
        self = try DefinitionDocument.read(text) { members throws(JSONShapeError) in
            let adapter = try members.member("adapter")
            switch try adapter.string() {
            case "exec": return .exec(try PluginDefinition(&members))
            case "lnbits": return .lnbits(try LNbitsProviderDefinition(&members, assets: assets))
            default: throw adapter.refusal(because: "is not known to this version")
            }
        }
    }
}

extension PluginDefinition {
    fileprivate func write(to document: inout JSONObject) {
        document.set("command", to: .array(command.map(JSONValue.string)))
        document.set("options", to: options)
        document.set("credentials", to: .array(credentials.map(JSONValue.string)))
    }

    fileprivate init(_ members: inout JSONObjectReader) throws(JSONShapeError) {
        self.init(
            command: try Self.words(members.array("command")), options: try members.member("options").value,
            credentials: try Self.words(members.array("credentials")))
    }

    private static func words(_ nodes: [JSONNode]) throws(JSONShapeError) -> [String] {
        var words: [String] = []
        for node in nodes { words.append(try node.string()) }
        return words
    }
}

extension LNbitsProviderDefinition {
    fileprivate func write(to document: inout JSONObject) {
        document.set("url", to: .string(server.url))
        document.set("key", to: server.key.document)
        if let caFile = server.caFile { document.set("ca_file", to: .string(caFile)) }
        document.set("network", to: .string(network.rawValue))
        if let reserve { document.set("reserve", to: reserve.document) }
    }

    fileprivate init(_ members: inout JSONObjectReader, assets: AssetTable) throws(JSONShapeError) {
        let server = LNbitsDefinition(
            url: try members.string("url"), key: try SecretReference(members.member("key")),
            caFile: try members.optionalString("ca_file"))
        let name = try members.member("network")
        guard let network = LightningNetwork(rawValue: try name.string()) else {
            throw name.refusal(because: "is not known to this version")
        }
        self.init(
            server: server, network: network,
            reserve: try members.optionalMember("reserve").map { node throws(JSONShapeError) in
                try FeeTable(node, assets: assets)
            })
    }
}
