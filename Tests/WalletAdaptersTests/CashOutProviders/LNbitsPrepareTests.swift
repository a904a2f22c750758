import Testing
import WalletAdapters
import WalletCore
import WalletTestSupport

/// What an invoice must be to become the request of a cash-out.
struct LNbitsPrepareTests {
    private let town: LightningTown

    init() throws {
        town = try LightningTown()
    }

    private func refusal(payee: String? = nil, _ amount: String = "21000 SAT") async throws -> PortFailure {
        let failure = try await #require(throws: PortFailure.self) { try await town.prepare(amount, payee: payee) }
        #expect(!failure.message.contains("hush"))
        #expect(!failure.message.contains("alice@"))
        #expect(!town.requests.contains("POST /api/v1/payments"))
        return failure
    }

    private func offer(_ change: (inout InvoiceWriter) -> Void) {
        var writer = LightningTown.writer()
        change(&writer)
        town.put("GET /pay", #"{"pr":"\#(writer.text)","routes":[]}"#)
    }

    @Test func `an invoice that is as it must be is the request, for as long as it lives`() async throws {
        let request = try await town.prepare()
        #expect(
            request.body
                == #"{"out":true,"bolt11":"\#(LightningTown.writer().text)","external_id":"\#(LightningTown.key)","#
                + #""extra":{"walletd":{"wallet":"w-1","reserve":210000}}}"#)
        #expect(request.hash == Array(request.body.utf8))
        #expect(request.keyLifetime == .limited(.seconds(3600)))
        #expect(town.requests.filter { $0 == "GET /pay" }.count == 1)
        #expect(!request.body.contains("hush"))
    }

    @Test func `the amount is asked for beside what the callback asks already`() async throws {
        let server = try LoopbackHTTPServer { request, connection in
            connection.answer(body: Array(#"{"pr":"\#(LightningTown.writer().text)"}"#.utf8))
            return .keep
        }
        town.put("GET /.well-known/lnurlp/alice", LightningTown.terms(callback: server.url("/cb?k=1")))
        _ = try await town.prepare()
        town.put("GET /.well-known/lnurlp/alice", LightningTown.terms(callback: server.url("/cb")))
        _ = try await town.prepare()
        #expect(
            server.requests.map(\.line) == [
                "GET /cb?k=1&amount=21000000 HTTP/1.1", "GET /cb?amount=21000000 HTTP/1.1",
            ])
        #expect(server.requests.allSatisfy { $0.headers["x-api-key"] == nil })
    }

    @Test func `an invoice over another amount is refused to the millisatoshi`() async throws {
        offer { $0.amount = "210000010p" }
        let failure = try await refusal()
        #expect(failure.message == "the invoice that was offered is over 21000001 millisatoshi instead of 21000000")
        let rounded = try await refusal("21000.5 SAT")
        #expect(rounded.message.hasSuffix("; with step = \"1 SAT\" only whole ones are asked for"))
    }

    @Test func `an invoice of another network, of other terms or of none is refused`() async throws {
        offer { $0.prefix = "lntb" }
        #expect(try await refusal().message.contains("is for the network \"tb\", not for bitcoin"))
        offer { $0.fields[1].words = InvoiceWriter.words([UInt8](repeating: 7, count: 32)) }
        #expect(try await refusal().message.contains("is not bound to the terms"))
        offer { $0.fields.removeLast() }
        #expect(try await refusal().message.contains("is not bound to the terms"))
        town.put("GET /pay", #"{"pr":"lnbc1garbage"}"#)
        #expect(try await refusal().reason == .malformed)
    }

    @Test func `of two clocks the one that ends it sooner counts`() async throws {
        offer { $0.created -= 3000 }
        #expect(try await town.prepare().keyLifetime == .limited(.seconds(600)))
        offer { $0.created += 1_000_000 }
        #expect(try await town.prepare().keyLifetime == .limited(.seconds(3600)))
        offer { $0.created -= 3600 }
        #expect(try await refusal().message.hasSuffix("expires before it could be paid"))
    }

    @Test func `a server that keeps more back than was quoted is not asked to pay`() async throws {
        town.put("GET /api/v1/payments/fee-reserve", #"{"fee_reserve":210001}"#)
        #expect(try await refusal().message.hasPrefix("the server keeps 210001 millisatoshi back"))
        town.put("GET /api/v1/payments/fee-reserve", #"{"fee_reserve":-1}"#)
        #expect(try await refusal().reason == .malformed)
    }

    @Test func `a key that can only read cannot pay`() async throws {
        town.put("GET /api/v1/wallet", #"{"name":"payer","balance":100000000}"#)
        #expect(try await refusal().reason == .refusedCredential)
    }

    @Test func `a payee that is pinned is looked for in the invoice, then in its signature`() async throws {
        let node = "02" + String(repeating: "cd", count: 32)
        offer {
            $0.fields.append((InvoiceWriter.payee, InvoiceWriter.words([2] + [UInt8](repeating: 0xCD, count: 32))))
        }
        _ = try await town.prepare(payee: node.uppercased())
        #expect(try await refusal(payee: "03" + node.dropFirst(2)).message.contains("to another node"))
        offer { _ in }
        town.put("POST /api/v1/payments/decode", #"{"payment_hash":"\#(LightningTown.hash)","payee":"\#(node)"}"#)
        _ = try await town.prepare(payee: node)
        #expect(try await refusal(payee: "03" + node.dropFirst(2)).message.contains("to another node"))
        town.put("POST /api/v1/payments/decode", #"{"payment_hash":"00","payee":"\#(node)"}"#)
        #expect(try await refusal(payee: node).reason == .malformed)
    }

    @Test(
        arguments: [
            (#"{"status":"ERROR","reason":"hello \u001b"}"#, .failed, #"the server of alice refuses: hello \x1b"#),
            (#"{"tag":"withdrawRequest"}"#, .malformed, "the server of alice: tag: is not payRequest"),
            ("<html>", .malformed, "the server of alice did not answer in JSON"),
            (
                LightningTown.terms(callback: "http://pay.example/cb"), .malformed,
                "the server of alice: callback: plain http goes to this machine only"
            ),
            (LightningTown.terms(callback: "/cb"), .malformed, "the server of alice: callback: a URL begins with"),
            (
                LightningTown.terms(callback: "https://pay.example", least: 21_000_001), .failed,
                "alice takes 21000001 to"
            ),
            (
                LightningTown.terms(callback: "https://pay.example", most: 20_999_999), .failed,
                "alice takes 1000 to 20999999 millisatoshi, not 21000000"
            ),
            (
                LightningTown.terms(callback: "https://pay.example", least: 0), .malformed,
                "the server of alice: maxSendable: is below"
            ),
        ] as [(String, PortFailure.Reason, String)])
    func `terms that cannot be met are refused`(
        terms: String, reason: PortFailure.Reason, message: String
    ) async throws {
        town.put("GET /.well-known/lnurlp/alice", terms)
        let failure = try await refusal()
        #expect(failure.reason == reason)
        #expect(failure.message.hasPrefix(message), "\(failure.message)")
        let quoted = try await #require(throws: PortFailure.self) { try await town.quote() }
        #expect(quoted == failure)
    }

    @Test(
        arguments: [
            "", "alice", "@127.0.0.1", "Al ice@127.0.0.1", "alice@http://x", "alice@x.example/a", "a@b@c.example",
            "lnurl1garbage", "https://x.example",
        ])
    func `an account that is no Lightning address is not quoted`(account: String) async throws {
        try town.bench.folder.write("credentials/alice", account + "\n")
        let failure = try await #require(throws: PortFailure.self) { try await town.quote() }
        #expect(failure.reason == .misconfigured)
        #expect(account.utf8.count < 6 || !failure.message.contains(account))
        #expect(town.requests.isEmpty)
    }

    @Test func `no redirect leads to another host`() async throws {
        let other = try LoopbackHTTPServer(body: "{}")
        town.put("GET /.well-known/lnurlp/alice", status: "302 Found", headers: ["location: \(other.url())"], "")
        #expect(try await refusal().reason == .failed)
        #expect(other.requests.isEmpty)
    }
}
