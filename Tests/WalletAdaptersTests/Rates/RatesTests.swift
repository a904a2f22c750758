import Testing
import WalletAdapters
import WalletCore
import WalletTestSupport

struct RatesTests {
    private let bench: SourceBench

    init() throws {
        bench = try SourceBench()
    }

    private func read(_ definition: RatesDefinition) async throws -> [Rate] {
        try await bench.with { context throws(PortFailure) in
            try await AdapterList.makeRateSource(
                definition, settings: PartySettings("bank", timeout: .seconds(60)), context: context
            ).read()
        }
    }

    private func rate(_ pair: String, _ value: String) throws -> Rate {
        try Rate.parse(pair: pair, value: value, asOf: bench.date("2026-11-20"), assets: bench.assets)
    }

    private func read(script: String) async throws -> [Rate] {
        try await read(.exec(PluginDefinition(command: [bench.folder.script(script)])))
    }

    @Test func `fixed rates are those of the configuration`() async throws {
        let definition = FixedRatesDefinition(
            asOf: try bench.date("2026-11-20"),
            pairs: [.init("USD/KRW", "1391.20"), .init("BTC/USD", "91000")])
        #expect(try await read(.fixed(definition)) == [rate("USD/KRW", "1391.20"), rate("BTC/USD", "91000")])
        #expect(RatesDefinition.fixed(definition).secrets.isEmpty)
    }

    @Test func `a program is asked for rates`() async throws {
        let rates = try await read(
            script: """
                cat >request; env >environment
                echo '{"walletd":1,"as_of":"2026-11-20","pairs":{"USD/KRW":"1391.20","BTC/USD":"91000"}}'
                """)
        #expect(try rates == [rate("USD/KRW", "1391.20"), rate("BTC/USD", "91000")])
        #expect(
            try bench.folder.text(of: "plugins/bank/request")
                == #"{"walletd":1,"action":"rates","rates":"bank","options":{}}"# + "\n")
        #expect(try bench.folder.text(of: "plugins/bank/environment").contains("WALLETD_RATES=bank\n"))
    }

    @Test(
        arguments: [
            (#"{"walletd":1,"as_of":"2026-11-20"}"#, "pairs: is missing"),
            (#"{"walletd":1,"pairs":{}}"#, "as_of: is missing"),
            (#"{"walletd":1,"as_of":"20.11.2026","pairs":{}}"#, "as_of: "),
            (#"{"walletd":1,"as_of":"2026-11-20","pairs":[]}"#, "pairs: expected an object"),
            (
                #"{"walletd":1,"as_of":"2026-11-20","pairs":{"USD/KRW":1391.2}}"#,
                #"pairs["USD/KRW"]: expected a string"#
            ),
            (#"{"walletd":1,"as_of":"2026-11-20","pairs":{"USD/KRW":"0"}}"#, #"pairs["USD/KRW"]: "0" is out of range"#),
            (#"{"walletd":1,"as_of":"2026-11-20","pairs":{"USD/XQX":"1"}}"#, #"pairs["USD/XQX"]: "#),
            (#"{"walletd":1,"as_of":"2026-11-20","pairs":{"USDKRW":"1"}}"#, #"pairs.USDKRW: "USDKRW" is not a pair"#),
            (
                #"{"walletd":1,"as_of":"2026-11-20","pairs":{"USD/KRW":"1391","KRW/USD":"0.0007"}}"#,
                #"pairs["KRW/USD"]: the same two assets stand there twice"#
            ),
            (#"{"walletd":1,"as_of":"2026-11-20","pairs":{},"base":"USD"}"#, "base: is not known here"),
            (#"{"walletd":1,"as_of":"2026-11-20","pairs":{}}{}"#, "byte "),
        ])
    func `rates that are not understood are refused as a whole`(answer: String, message: String) async throws {
        let failure = try await #require(throws: PortFailure.self) { try await read(script: "echo '\(answer)'") }
        #expect(failure.reason == .malformed)
        #expect(failure.message.hasPrefix("standard output: \(message)"), "\(failure.message)")
    }

    @Test(
        arguments: [("exit 75", .failed), ("exit 77", .refusedCredential), ("exit 78", .misconfigured)]
            as [(String, PortFailure.Reason)])
    func `an exit status says what is wrong`(script: String, reason: PortFailure.Reason) async throws {
        let failure = try await #require(throws: PortFailure.self) { try await read(script: script) }
        #expect(failure.reason == reason)
    }
}
