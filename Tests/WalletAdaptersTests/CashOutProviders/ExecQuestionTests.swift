import Testing
import WalletAdapters
import WalletCore
import WalletTestSupport

/// The questions that move nothing: `describe`, `quote`, `status`.
struct ExecQuestionTests {
    private let bench: ExecProviderBench

    init() throws {
        bench = try ExecProviderBench()
    }

    private func describe(_ answer: String) async throws -> ProviderPromise {
        try await bench.with("cat >request; env >environment; echo '\(answer)'") { provider throws(PortFailure) in
            try await provider.describe()
        }
    }

    private func quote(_ answer: String) async throws -> Quote {
        let order = try bench.order()
        return try await bench.with("cat >request; echo '\(answer)'") { provider throws(PortFailure) in
            try await provider.quote(order)
        }
    }

    @Test(
        arguments: [
            (
                #"{"walletd":1,"idempotent":true,"key_lifetime":"24h","lookup":true,"absent_after":"1h","bundles":false}"#,
                ProviderPromise(
                    idempotency: .limited(.seconds(86_400)), lookup: .byKey, absentAfter: .seconds(3600))
            ),
            (
                #"{"walletd":1,"idempotent":true,"key_lifetime":"unlimited","lookup":false,"bundles":true}"#,
                ProviderPromise(idempotency: .unlimited, bundling: .bundles)
            ),
            (#"{"walletd":1,"idempotent":false,"key_lifetime":"24h","lookup":false}"#, ProviderPromise()),
            (#"{"walletd":1}"#, ProviderPromise()),
        ])
    func `a provider says what it promises, and what it does not say it does not promise`(
        answer: String, promise: ProviderPromise
    ) async throws {
        #expect(try await describe(answer) == promise)
        #expect(
            try bench.bench.folder.text(of: "plugins/acme/request")
                == #"{"walletd":1,"action":"describe","provider":"acme","options":{"till":"7"}}"# + "\n")
        #expect(try bench.bench.folder.text(of: "plugins/acme/environment").contains("WALLETD_PROVIDER=acme\n"))
    }

    @Test(
        arguments: [
            (#"{"walletd":1,"idempotent":true,"lookup":true}"#, "key_lifetime: is missing"),
            (#"{"walletd":1,"idempotent":"yes"}"#, "idempotent: expected true or false"),
            (#"{"walletd":1,"idempotent":true,"key_lifetime":86400}"#, "key_lifetime: expected a string"),
            (#"{"walletd":1,"idempotent":true,"key_lifetime":"0s"}"#, "key_lifetime: "),
            (#"{"walletd":1,"absent_after":null}"#, "absent_after: is null"),
            (#"{"walletd":1,"lookups":true}"#, "lookups: is not known here"),
            (#"{"lookup":true}"#, "walletd: is missing"),
        ])
    func `a description that is not understood is refused`(answer: String, message: String) async throws {
        let failure = try await #require(throws: PortFailure.self) { try await describe(answer) }
        #expect(failure.reason == .malformed)
        #expect(failure.message.hasPrefix("standard output: \(message)"), "\(failure.message)")
    }

    @Test func `a quote is read in full`() async throws {
        let answer =
            #"{"walletd":1,"fee":{"amount":"500","asset":"KRW"},"fee_from":"balance","#
            + #""receives":{"amount":"7.19","asset":"USD"},"processing":"10m","expires":"2026-11-22T10:00:00Z","quote":"q-1"}"#
        var quote = Quote(
            fee: try bench.bench.amount("500 KRW"), from: .balance, receives: try bench.bench.amount("7.19 USD"))
        quote.processing = .seconds(600)
        quote.expires = try Timestamp.parse("2026-11-22T10:00:00Z")
        quote.opaque = "q-1"
        #expect(try await self.quote(answer) == quote)
        let request = try bench.bench.folder.text(of: "plugins/acme/request")
        #expect(request.hasPrefix(#"{"walletd":1,"action":"quote","provider":"acme","options":{"till":"7"},"legs":[{"#))
        #expect(
            request.hasSuffix(#""destination":{"name":"my-bank","account":"\#(ExecProviderBench.account)"}}"# + "\n"))
    }

    @Test func `of a quote only the fee must be there`() async throws {
        let quote = try await quote(#"{"walletd":1,"fee":{"amount":"0","asset":"KRW"},"processing":"0s"}"#)
        #expect(quote.fee.isZero)
        #expect(quote.feeFrom == .amount)
        #expect(quote.receives == nil)
        #expect(quote.processing == .zero)
        #expect(quote.opaque == nil)
    }

    @Test(
        arguments: [
            (#"{"walletd":1}"#, "fee: is missing"), (#"{"walletd":1,"fee":"500 KRW"}"#, "fee: expected an object"),
            (#"{"walletd":1,"fee":{"amount":500,"asset":"KRW"}}"#, "fee.amount: expected a string"),
            (#"{"walletd":1,"fee":{"amount":"-1","asset":"KRW"}}"#, "fee: the amount is below zero"),
            (#"{"walletd":1,"fee":{"amount":"0.5","asset":"KRW"}}"#, "fee.amount: "),
            (#"{"walletd":1,"fee":{"amount":"1","asset":"XQX"}}"#, "fee.asset: "),
            (
                #"{"walletd":1,"fee":{"amount":"1","asset":"KRW"},"fee_from":"me"}"#,
                "fee_from: known are amount, balance"
            ),
            (#"{"walletd":1,"fee":{"amount":"1","asset":"KRW"},"processing":"10m..24h"}"#, "processing: "),
            (
                #"{"walletd":1,"fee":{"amount":"1","asset":"KRW"},"quote":"a\u0000b"}"#,
                "quote: holds a control character"
            ),
            (#"{"walletd":1,"fee":{"amount":"1","asset":"KRW"}} {}"#, "byte "),
        ])
    func `a quote that is not understood is refused`(answer: String, message: String) async throws {
        let failure = try await #require(throws: PortFailure.self) { try await quote(answer) }
        #expect(failure.reason == .malformed)
        #expect(failure.message.hasPrefix("standard output: \(message)"), "\(failure.message)")
    }

    @Test func `a request is asked for by its key and the provider's own name for it`() async throws {
        let answer =
            #"{"walletd":1,"state":"settled","reference":"t-1","fee":{"amount":"500","asset":"KRW"},"message":"ok"}"#
        let reply = try await bench.status("cat >request; echo '\(answer)'", reference: "t-1")
        #expect(
            try reply
                == ProviderReply(.settled, reference: "t-1", fee: bench.bench.amount("500 KRW"), message: "ok"))
        #expect(
            try bench.bench.folder.text(of: "plugins/acme/request")
                == #"{"walletd":1,"action":"status","provider":"acme","options":{"till":"7"},"key":"\#(ExecProviderBench.key)","reference":"t-1"}"#
                + "\n")
    }

    @Test(
        arguments: [
            ("exit 75", .failed), ("exit 77", .refusedCredential), ("exit 78", .misconfigured), ("exit 1", .failed),
            ("echo no", .malformed),
        ] as [(String, PortFailure.Reason)])
    func `a question that fails says nothing about the money`(
        script: String, reason: PortFailure.Reason
    ) async throws {
        let failure = try await #require(throws: PortFailure.self) { try await bench.status(script) }
        #expect(failure.reason == reason)
    }

    @Test func `an order for another destination is not asked about`() async throws {
        var order = try bench.order()
        order.destination = "elsewhere"
        let other = order
        let failure = try await #require(throws: PortFailure.self) {
            try await bench.with("touch ran") { provider throws(PortFailure) in try await provider.quote(other) }
        }
        #expect(failure.reason == .misconfigured)
    }
}
