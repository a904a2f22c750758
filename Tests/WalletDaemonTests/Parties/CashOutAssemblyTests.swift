import Testing
import WalletAdapters
import WalletCore
import WalletDaemon
import WalletEngine
import WalletTestSupport

@Suite struct CashOutAssemblyTests {
    /// What a configuration becomes, with an account in `$CREDENTIALS_DIRECTORY`. `PLUGIN` is the same in all.
    private struct World {
        let secrets: TemporaryFolder
        let plugin: String
        private let transports = AdapterTransports { Timestamp(milliseconds: 0) }

        init(account: String = "110-234-567890\n") throws {
            secrets = try TemporaryFolder()
            plugin = try secrets.write("plugin", "#!/bin/sh\n", mode: 0o700)
            try secrets.write("token", account)
            try secrets.write("same", account)
        }

        func loaded(_ document: String) throws -> LoadedConfiguration {
            let folder = try ConfigurationFolder(document.replacing("PLUGIN", with: plugin))
            return try folder.load(
                in: ConfigurationFolder.surroundings(credentials: CredentialInspection { _ in .sound }))
        }

        func assembly(_ loaded: LoadedConfiguration) -> CashOutAssembly {
            let hash = { @Sendable (parts: [[UInt8]]) in parts.reduce(into: [UInt8]()) { $0 += $1 + [0] } }
            let context = AdapterContext(
                assets: loaded.assets,
                directories: AdapterDirectories(state: secrets.path, runtime: secrets.path, credentials: secrets.path),
                transports: transports, hash: KeyedHash(hash))
            return CashOutAssembly(
                credentials: Credentials(directory: secrets.path), assets: loaded.assets, context: context, hash: hash)
        }

        func configuration(_ document: String = CashOutDocument.tail) throws -> CashOutConfiguration {
            let loaded = try loaded(document)
            return assembly(loaded).configuration(loaded.cashOuts)
        }

        func parties(_ document: String = CashOutDocument.tail) throws -> CashOutParties {
            let loaded = try loaded(document)
            return assembly(loaded).parties(loaded.cashOuts)
        }

        func shutDown() async { await transports.shutDown() }
    }

    private func withWorld(account: String = "110-234-567890\n", _ body: (World) throws -> Void) async throws {
        let world = try World(account: account)
        try body(world)
        await world.shutDown()
    }

    @Test(arguments: [
        ("provider = \"acme\"\naccount = { credential = \"same\" }", true),
        ("provider = \"acme\"\naccount = { credential = \"token\" }\ncooling_off = \"0s\"", true),
        ("provider = \"other\"\naccount = { credential = \"token\" }", false),
        ("provider = \"acme\"\naccount = { credential = \"plugin\" }", false),
        (
            "provider = \"acme\"\naccount = { credential = \"token\" }\npayee = \"02\(String(repeating: "a", count: 64))\"",
            false
        ),
    ])
    func `a destination is its provider, its account and whom it must reach, whatever the credential is called`(
        lines: String, isSame: Bool
    ) async throws {
        try await withWorld { world in
            let other = "[providers.other]\nadapter = \"exec\"\ncommand = [\"PLUGIN\"]\n"
            let before = try world.configuration().destinations["bank"]
            let after = try world.configuration(
                CashOutDocument.tail.replacing(
                    "[destinations.bank]\nprovider = \"acme\"\naccount = { credential = \"token\" }",
                    with: "[destinations.bank]\n\(lines)") + other
            ).destinations["bank"]
            #expect((before?.identity == after?.identity) == isSame)
            #expect(before?.identity.isEmpty == false)
        }
    }

    @Test(arguments: [
        ("minimum = \"5000 SAT\"", "minimum = \"6000 SAT\"", true),
        ("step = \"10 SAT\"", "step = \"10 SAT\"\ncredentials = [\"token\"]", true),
        ("step = \"10 SAT\"", "step = \"10 SAT\"\noptions = { office = \"2\" }", false),
        ("command = [\"PLUGIN\"]\nminimum", "command = [\"PLUGIN\", \"-v\"]\nminimum", false),
        (
            "adapter = \"exec\"\ncommand = [\"PLUGIN\"]\nminimum",
            "adapter = \"lnbits\"\nurl = \"https://a.example\"\nkey = { credential = \"token\" }\nminimum", false
        ),
    ])
    func `a provider is its adapter, its command and its options`(old: String, new: String, isSame: Bool) async throws {
        try await withWorld { world in
            let before = try world.configuration().providers["acme"]
            let changed = CashOutDocument.tail.replacing(old, with: new)
            #expect(changed != CashOutDocument.tail)
            let after = try world.configuration(changed).providers["acme"]
            #expect((before?.identityHash == after?.identityHash) == isSame)
        }
    }

    @Test func `an account that was swapped shows at once, and one that is gone is a failure`() async throws {
        try await withWorld { world in
            let loaded = try world.loaded(CashOutDocument.tail)
            let assembly = world.assembly(loaded)
            let inForce = assembly.configuration(loaded.cashOuts)
            let route = try #require(assembly.parties(loaded.cashOuts).routes["bank"])
            #expect(try route.identities().destination == inForce.destinations["bank"]?.identity)
            #expect(try route.identities().provider == inForce.providers["acme"]?.identityHash)
            try world.secrets.write("token", "999-999-999999")
            #expect(try route.identities().destination != inForce.destinations["bank"]?.identity)
            try world.secrets.write("token", "")
            #expect(throws: PortFailure.self) { try route.identities() }
        }
    }

    @Test(arguments: [
        ("110-234-567890", "7890"), ("12345678", "5678"), ("1234567", "567"), ("12345", "45"), ("1", ""),
        ("alice@wallet.example", "mple"), ("예금계좌번호일이삼사", "일이삼사"), ("12345678\u{7}", ""),
    ])
    func `of an account the last four characters are shown at most, of a short one fewer`(
        account: String, shown: String
    ) async throws {
        try await withWorld(account: account) { world in
            let destination = try world.configuration().destinations["bank"]
            #expect(destination?.lastFour == shown)
        }
    }

    @Test func `a route is kept as texts without secrets, and followed from them`() async throws {
        try await withWorld { world in
            let parties = try world.parties()
            let definition = try #require(parties.routes["tops"]?.definition)
            #expect(definition.provider.contains(world.plugin))
            #expect(definition.destination.contains("token"))
            #expect(!definition.destination.contains("567890"))
            _ = try parties.follow(definition, "a provider that is gone")
            #expect(throws: PortFailure.self) {
                try parties.follow(PayoutRoute.Definition(provider: "{}", destination: definition.destination), "acme")
            }
        }
    }

    @Test func `another secret of rates is another fingerprint`() async throws {
        try await withWorld { world in
            let document = CashOutDocument.tail
            let rates = "[rates.market]\nadapter = \"exec\"\ncommand = [\"PLUGIN\"]\ncredentials = [\"token\"]\n"
            let before = try world.parties(document + rates)
            try world.secrets.write("token", "another")
            let after = try world.parties(document + rates)
            #expect(before.rates.map(\.name) == ["market"])
            #expect(before.rates[0].fingerprint != after.rates[0].fingerprint)
        }
    }

    @Test func `the digest of a text is hexadecimal`() async throws {
        try await withWorld { world in
            let digest = try world.parties().digest
            #expect(digest("a") != digest("b"))
            #expect(digest("a").utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) })
        }
    }
}
