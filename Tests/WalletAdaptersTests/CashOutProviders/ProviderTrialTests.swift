import Testing
import WalletAdapters
import WalletCore
import WalletTestSupport

/// What a trial finds out about plugins that keep the protocol and about those that do not.
struct ProviderTrialTests {
    private let bench: ExecProviderBench

    init() throws {
        bench = try ExecProviderBench()
    }

    /// A plugin that keeps its own ledger: what it paid, a line for each key.
    private static func plugin(
        describe: String = #"{"walletd":1,"idempotent":true,"key_lifetime":"24h","lookup":true}"#,
        quote: String = #"{"walletd":1,"fee":{"amount":"500","asset":"KRW"}}"#,
        pay: String = #"grep -q "$key" paid 2>/dev/null || echo "$key" >>paid"#,
        find: String = #"grep -q "$key" paid 2>/dev/null && state=settled || state=unknown-key"#
    ) -> String {
        """
        read request; echo "$request" | grep -o '"action":"[a-z]*"' >>actions
        key=$(echo "$request" | sed -n 's/.*"key":"\\([^"]*\\)".*/\\1/p'); state=settled
        case "$request" in
        *'"action":"describe"'*) echo '\(describe)';;
        *'"action":"quote"'*) echo '\(quote)';;
        *'"action":"send"'*) \(pay); echo '{"walletd":1,"state":"settled","reference":"'$(wc -l <paid)'"}';;
        *'"action":"status"'*) \(find); echo '{"walletd":1,"state":"'$state'"}';;
        esac
        """
    }

    private func trial(_ script: String, _ extent: ProviderTrial.Extent = .questions) async throws -> [TrialStep] {
        let order = try bench.order()
        return try await bench.with(script) { provider throws(PortFailure) in
            await ProviderTrial(provider, order: order, key: ExecProviderBench.key, extent: extent).run()
        }
    }

    private func faults(_ script: String, _ extent: ProviderTrial.Extent = .questions) async throws -> [String] {
        try await trial(script, extent).filter { $0.verdict == .fault }.map { "\($0.action): \($0.message)" }
    }

    private var actions: String {
        get throws {
            try bench.bench.folder.text(of: "plugins/acme/actions").replacing("\"action\":", with: "")
                .replacing("\n", with: " ").replacing("\"", with: "")
        }
    }

    @Test func `a plugin that keeps the protocol has no fault, and sends nothing`() async throws {
        let steps = try await trial(Self.plugin())
        #expect(steps.map(\.verdict) == [.ok, .ok, .ok, .note])
        #expect(steps.map(\.action) == ["describe", "quote", "status", "send"])
        #expect(try actions == "describe describe quote status status ")
    }

    @Test func `where it is told to it pays once under a key that it repeats`() async throws {
        let steps = try await trial(Self.plugin(), .payment)
        #expect(steps.allSatisfy { $0.verdict == .ok })
        #expect(try actions == "describe describe quote status status send send status ")
        #expect(try bench.bench.folder.text(of: "plugins/acme/paid") == ExecProviderBench.key + "\n")
    }

    @Test(
        arguments: [
            ("exit 1", "describe: it ended with status 1 and no message on standard error"),
            (plugin(describe: "{}"), "describe: standard output: walletd: is missing"),
            (
                plugin(
                    describe:
                        #"{"walletd":1,"idempotent":'$([ $(wc -l <actions) = 1 ] && echo true || echo false)',"key_lifetime":"1h"}"#
                ),
                "describe: it describes itself otherwise the second time"
            ),
            (
                plugin(quote: #"{"walletd":1,"fee":"500 KRW"}"#),
                "quote: no quote for 10000 KRW: standard output: fee: expected an object, found a string"
            ),
            (plugin(find: "state=pending"), "status: it says pending of a key that was never sent"),
            (
                plugin(find: "state=unknown"),
                "status: of a key that was never sent: standard output: state: known are pending, settled, rejected, returned, needs-user, unknown-key"
            ),
        ])
    func `what is against the protocol is a fault`(script: String, fault: String) async throws {
        #expect(try await faults(script) == [fault])
    }

    @Test func `a plugin that pays twice is found out by paying`() async throws {
        let fault = "send: the same key again has another reference: was it paid twice?"
        #expect(try await faults(Self.plugin(pay: #"echo "$key" >>paid"#), .payment) == [fault])
    }

    @Test func `a plugin that does not find what it paid is found out by paying`() async throws {
        let fault = "status: it says unknown-key of a key that was sent"
        #expect(try await faults(Self.plugin(find: "state=unknown-key"), .payment) == [fault])
    }

    @Test func `a quote that is refused for its reasons is no fault, and nothing is sent without one`() async throws {
        let script = Self.plugin().replacing(
            "*'\"action\":\"quote\"'*) echo", with: "*'\"action\":\"quote\"'*) echo small >&2; exit 1; echo")
        let steps = try await trial(script, .payment)
        #expect(steps.map(\.verdict) == [.ok, .note, .ok, .note])
        #expect(steps[1].message == "no quote for 10000 KRW: small")
        #expect(!(try actions.contains("send")))
    }

    @Test func `of a plugin that promises nothing that is said`() async throws {
        let steps = try await trial(Self.plugin(describe: #"{"walletd":1}"#))
        #expect(steps.map(\.verdict) == [.ok, .note, .ok, .note, .note])
    }
}
