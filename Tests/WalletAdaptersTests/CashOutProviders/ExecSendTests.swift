import Testing
import WalletAdapters
import WalletCore
import WalletTestSupport

/// What becomes of a `send`: its own words, that this run sent nothing, or nobody knows.
struct ExecSendTests {
    private let bench: ExecProviderBench
    private static let legs =
        #"[{"source":"tips","account":"a","amount":{"amount":"7000","asset":"KRW"}},"#
        + #"{"source":"tips","account":"b","amount":{"amount":"3000","asset":"KRW"}}]"#
    private static let request =
        #"{"walletd":1,"action":"send","provider":"acme","options":{"till":"7"},"legs":\#(legs),"#
        + #""destination":{"name":"my-bank","account":"ACCOUNT"},"key":"\#(ExecProviderBench.key)","quote":"q-1"}"#

    init() throws {
        bench = try ExecProviderBench()
    }

    @Test func `the account is in the bytes that go out and not in those that are stored`() async throws {
        let (order, quote) = (try bench.order(), try bench.quote())
        let request = try await bench.with("cat >request; echo '{\"walletd\":1,\"state\":\"pending\"}'") {
            provider throws(PortFailure) in
            let request = try await provider.prepare(order, key: ExecProviderBench.key, quote: quote)
            #expect(await provider.send(request, attempt: .first) == .replied(ProviderReply(.pending)))
            return request
        }
        let sent = Self.request.replacing("ACCOUNT", with: ExecProviderBench.account) + "\n"
        #expect(request.body == Self.request.replacing("ACCOUNT", with: "{credential:my-bank-account}"))
        #expect(try bench.bench.folder.text(of: "plugins/acme/request") == sent)
        #expect(request.hash == Array(sent.utf8))
        #expect(request.keyLifetime == nil)
    }

    @Test(
        arguments: [
            (#"{"walletd":1,"state":"pending","reference":"t-1"}"#, ProviderReply(.pending, reference: "t-1")),
            (#"{"walletd":1,"state":"settled"}"#, ProviderReply(.settled)),
            (#"{"walletd":1,"state":"rejected","message":"closed"}"#, ProviderReply(.rejected, message: "closed")),
            (#"{"walletd":1,"state":"returned"}"#, ProviderReply(.returned)),
            (
                #"{"walletd":1,"state":"needs-user","message":"type the code"}"#,
                ProviderReply(.needsUser, message: "type the code")
            ),
            (#"{"walletd":1,"state":"unknown-key"}"#, ProviderReply(.unknownKey)),
            (#"{"walletd":1,"state":"settled","legs":\#(legs)}"#, ProviderReply(.settled)),
        ])
    func `an answer is the provider's word`(answer: String, reply: ProviderReply) async throws {
        #expect(try await bench.send("echo '\(answer)'") == .replied(reply))
    }

    @Test(
        arguments: [
            ("exit 75", .notSent(.temporary(retryAfter: nil))),
            ("echo 'retry-after: 90' >&2; exit 75", .notSent(.temporary(retryAfter: .seconds(90)))),
            ("exit 77", .notSent(.refusedCredential)), ("exit 78", .notSent(.misconfigured)),
            ("echo 'no such card' >&2; exit 78", .notSent(.misconfigured, message: "no such card")),
            // Whatever it printed before.
            ("echo '{\"walletd\":1,\"state\":\"settled\"}'; exit 75", .notSent(.temporary(retryAfter: nil))),
        ] as [(String, SendOutcome)])
    func `three exit statuses say that this run sent nothing`(script: String, outcome: SendOutcome) async throws {
        #expect(try await bench.send(script, attempt: .repeat) == outcome)
    }

    @Test(
        arguments: [
            ("echo paid >&2; exit 1", "paid"), ("exit 76", "it ended with status 76"),
            ("echo '{\"walletd\":1,\"state\":\"settled\"}'; exit 1", "it ended with status 1"),
            ("kill -9 $$", "it was killed by signal 9"), ("exit 0", "standard output: byte 0: the document is empty"),
            ("echo garbage", "standard output: byte 0"),
            ("echo '{\"walletd\":1,\"state\":\"settled\"}{}'", "standard output: byte 31"),
            ("echo '{\"walletd\":1,\"state\":\"settled\"}'; echo thanks", "standard output: byte 32"),
            ("echo '{\"state\":\"settled\"}'", "standard output: walletd: is missing"),
            ("echo '{\"walletd\":2,\"state\":\"settled\"}'", "standard output: walletd: only 1 is known here"),
            ("echo '{\"walletd\":1,\"state\":\"done\"}'", "standard output: state: known are pending, settled"),
            ("echo '{\"walletd\":1,\"state\":\"settled\",\"state\":\"rejected\"}'", "standard output: byte"),
            ("echo '{\"walletd\":1,\"state\":\"rejected\",\"why\":\"x\"}'", "standard output: why: is not known here"),
            ("echo '{\"walletd\":1,\"state\":\"needs-user\"}'", "standard output: message: is missing"),
            (
                "echo '{\"walletd\":1,\"state\":\"settled\",\"fee\":{\"amount\":500,\"asset\":\"KRW\"}}'",
                "standard output: fee.amount: expected a string, found a number"
            ),
            ("head -c 2000000 /dev/zero", "it wrote more than 1 MiB"),
        ])
    func `what is none of these leaves the outcome unknown`(script: String, message: String) async throws {
        guard case .unclear(let words) = try await bench.send(script) else {
            Issue.record("the outcome is not unclear")
            return
        }
        #expect(words.hasPrefix(message), "\(words)")
    }

    @Test(arguments: [#"[{"source":"tips","account":"a","amount":{"amount":"7000","asset":"KRW"}}]"#, "[]"])
    func `an answer about some of the legs leaves the outcome unknown`(named: String) async throws {
        let outcome = try await bench.send("echo '{\"walletd\":1,\"state\":\"settled\",\"legs\":\(named)}'")
        guard case .unclear(let words) = outcome else {
            Issue.record("the outcome is not unclear")
            return
        }
        #expect(words.contains("of 2 legs are named"), "\(words)")
    }

    @Test func `a provider that hangs after paying leaves the outcome unknown`() async throws {
        let outcome = try await bench.send(
            "echo asked >&2; trap 'exit 75' TERM; sleep 1000 & wait", timeout: .seconds(1))
        #expect(outcome == .unclear("it did not end within 1s; it said: asked"))
    }

    @Test func `a program that is not there sent nothing`() async throws {
        let (order, quote) = (try bench.order(), try bench.quote())
        let outcome = try await bench.with(PluginDefinition(command: ["/nonexistent"])) {
            provider throws(PortFailure) in
            let request = try await provider.prepare(order, key: ExecProviderBench.key, quote: quote)
            return await provider.send(request, attempt: .first)
        }
        #expect(outcome.unsaid == .notSent(.misconfigured))
    }
}
