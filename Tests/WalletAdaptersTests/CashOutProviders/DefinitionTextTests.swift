import JSON
import Testing
import WalletAdapters
import WalletCore

/// What the ledger keeps with a cash-out of how it was configured.
struct DefinitionTextTests {
    private static let plugin = ProviderDefinition.exec(
        PluginDefinition(
            command: ["/usr/bin/pay", "two words", "\""], options: ["a": [1, .number("2.50")]], credentials: ["pin"]))

    @Test func `a program is kept with its words, options and names of credentials`() throws {
        let text =
            #"{"adapter":"exec","command":["/usr/bin/pay","two words","\""],"options":{"a":[1,2.50]},"credentials":["pin"]}"#
        #expect(Self.plugin.text == text)
        #expect(try ProviderDefinition(text: text, assets: AssetTable()) == Self.plugin)
        #expect(Self.plugin.secrets == [.credential("pin")])
        #expect(Self.plugin.adapter == "exec")
    }

    @Test func `a Lightning wallet is kept with its server and the name of its key`() throws {
        let assets = AssetTable()
        var definition = LNbitsProviderDefinition(
            server: LNbitsDefinition(url: "https://lnbits.example", key: .file("/etc/key"), caFile: "/etc/ca.pem"),
            network: .regtest)
        definition.reserve = FeeTable(
            percent: try Percentage.parse("0.5%"), minimum: try Amount.parse("3 SAT", assets: assets))
        let provider = ProviderDefinition.lnbits(definition)
        let text =
            #"{"adapter":"lnbits","url":"https://lnbits.example","key":{"file":"/etc/key"},"ca_file":"/etc/ca.pem","#
            + #""network":"regtest","reserve":{"percent":"0.5%","minimum":"3.000 SAT"}}"#
        #expect(provider.text == text)
        #expect(try ProviderDefinition(text: text, assets: assets) == provider)
        #expect(provider.secrets == [.file("/etc/key")])
    }

    @Test func `a destination is kept with the name of what holds its account`() throws {
        for payee in [nil, "02ab"] {
            let destination = DestinationDefinition(name: "my-bank", account: .credential("acc"), payee: payee)
            #expect(try DestinationDefinition(text: destination.text) == destination)
        }
        #expect(
            DestinationDefinition(name: "my-bank", account: .credential("acc")).text
                == #"{"name":"my-bank","account":{"credential":"acc"}}"#)
    }

    @Test(arguments: [
        "", "[]", #"{"adapter":"bank"}"#, #"{"adapter":"exec"}"#,
        #"{"adapter":"exec","command":[1],"options":{},"credentials":[]}"#,
        #"{"adapter":"exec","command":[],"options":{},"credentials":[],"more":1}"#,
        #"{"adapter":"lnbits","url":"x","key":{},"network":"bitcoin"}"#,
        #"{"adapter":"lnbits","url":"x","key":{"file":"/k"},"network":"moon"}"#,
        #"{"adapter":"lnbits","url":"x","key":{"file":"/k"},"network":"bitcoin","reserve":{"percent":"x"}}"#,
    ])
    func `a damaged definition is refused`(text: String) {
        #expect(throws: DefinitionError.self) { try ProviderDefinition(text: text, assets: AssetTable()) }
        #expect(throws: DefinitionError.self) { try DestinationDefinition(text: text) }
    }
}
