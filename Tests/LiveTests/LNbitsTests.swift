import Testing
import WalletAdapters
import WalletCore
import WalletTestSupport

/// A real wallet server: `make live` installs it and runs these.
@Suite(
    .serialized, .enabled(if: LiveLNbitsTrait.python != nil, "make live installs LNbits and tests against it"),
    LiveLNbitsTrait(), .timeLimit(.minutes(5)))
struct LNbitsTests {
    private let bench: LiveBench

    init() throws {
        bench = try LiveBench(#require(LiveLNbits.running))
    }

    @Test func `a balance is read with the key that can only read`() async throws {
        #expect(try await bench.balance("payer-read") == bench.balance("payer-admin"))
        #expect(try await bench.balance("payer-read") > 0)
    }

    @Test(arguments: [("wrong", PortFailure.Reason.refusedCredential), ("absent", .misconfigured)])
    func `a wrong and a missing key are told apart`(key: String, reason: PortFailure.Reason) async throws {
        let failure = try await #require(throws: PortFailure.self) { try await bench.balance(key) }
        #expect(failure.reason == reason)
        #expect(!failure.message.contains("0000"))
    }

    @Test func `a Lightning address is paid to the millisatoshi, and found again`() async throws {
        let before = (try await bench.balance("payer-read"), try await bench.balance("payee-read"))
        let request = try await bench.prepare(21_000, key: "live-1")
        #expect(try await bench.status(request, key: "live-1").state == .unknownKey)
        guard case .replied(let reply) = try await bench.send(request) else {
            Issue.record("not paid")
            return
        }
        #expect(reply.state == .settled)
        #expect(reply.fee?.isZero == true)
        #expect(try await bench.status(request, key: "live-1") == reply)
        #expect(try await bench.balance("payer-read") == before.0 - 21_000)
        #expect(try await bench.balance("payee-read") == before.1 + 21_000)
    }

    @Test func `what was paid is not paid again, though the server calls the second time failed`() async throws {
        let request = try await bench.prepare(5_000, key: "live-2")
        _ = try await bench.send(request)
        let before = try await bench.balance("payee-read")
        guard case .unclear(let message) = try await bench.send(request, .repeat) else {
            Issue.record("the outcome is not unclear")
            return
        }
        #expect(message.contains("already paid"))
        #expect(try await bench.status(request, key: "live-2").state == .settled)
        #expect(try await bench.balance("payee-read") == before)
    }

    @Test func `what the wallet does not hold is not tried`() async throws {
        let request = try await bench.prepare(9_000_000_000, key: "live-3")
        #expect(try await bench.send(request).unsaid == .notSent(.temporary(retryAfter: nil)))
        #expect(try await bench.status(request, key: "live-3").state == .unknownKey)
    }

    @Test func `an invoice that has expired is not paid`() async throws {
        let before = try await bench.balance("payer-read")
        let request = try await bench.prepare(1_000, key: "live-4")
        let outcome = try await bench.pay(clock: .seconds(2 * 3600)) { provider in
            await provider.run(request, attempt: .first)
        }
        #expect(outcome.unsaid == .notSent(.temporary(retryAfter: nil)))
        #expect(try await bench.status(request, key: "live-4").state == .unknownKey)
        #expect(try await bench.balance("payer-read") == before)
    }

    @Test func `a wrong key neither pays nor says that nothing was paid`() async throws {
        let request = try await bench.prepare(1_000, key: "live-5")
        let outcome = try await bench.pay(key: "wrong") { provider in await provider.run(request, attempt: .first) }
        #expect(outcome.unsaid == .notSent(.refusedCredential))
        let failure = try await #require(throws: PortFailure.self) {
            try await bench.pay(key: "wrong") { provider in
                try await provider.status(PayoutInquiry(key: "live-5", body: request.body))
            }
        }
        #expect(failure.reason == .refusedCredential)
    }

    @Test(arguments: ["payer-read", "payee-read"])
    func `a key that can only read does not prepare a payment`(key: String) async throws {
        let failure = try await #require(throws: PortFailure.self) {
            try await bench.pay(key: key) { provider in
                let order = bench.order(1_000)
                return try await provider.prepare(order, key: "live-6", quote: try await provider.quote(order))
            }
        }
        #expect(failure.reason == .refusedCredential)
    }

    @Test func `an invoice over a rounded amount is refused`() async throws {
        let failure = try await #require(throws: PortFailure.self) { try await bench.prepare(21_500, key: "live-7") }
        #expect(failure.message.hasPrefix("the invoice that was offered is over 21000 millisatoshi instead of 21500"))
    }

    @Test func `a payee that is pinned is read from the signature`() async throws {
        let failure = try await #require(throws: PortFailure.self) {
            try await bench.pay(payee: "02" + String(repeating: "00", count: 32)) { provider in
                let order = bench.order(1_000)
                return try await provider.prepare(order, key: "live-8", quote: try await provider.quote(order))
            }
        }
        #expect(failure.message.contains("to another node"))
    }

    @Test func `a payment that cannot be made is rejected by the look-up`() async throws {
        try bench.offerUnpayable(as: "nobody")
        let before = try await bench.balance("payer-read")
        let request = try await bench.prepare(21_000, key: "live-9", account: "nobody")
        guard case .unclear = try await bench.send(request) else {
            Issue.record("the outcome is not unclear")
            return
        }
        #expect(try await bench.status(request, key: "live-9").state == .rejected)
        #expect(try await bench.balance("payer-read") == before)
    }
}
