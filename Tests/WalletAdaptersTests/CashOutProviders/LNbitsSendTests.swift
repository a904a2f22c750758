import Synchronization
import Testing
import WalletAdapters
import WalletCore
import WalletTestSupport

/// What becomes of a payment, by the answers of LNbits 1.6.2 and by those of worse servers.
struct LNbitsSendTests {
    private typealias Town = LightningTown
    private let town: LightningTown

    init() throws {
        town = try LightningTown()
    }

    @Test func `a payment goes out with our reference, and what it took is known`() async throws {
        let outcome = try await town.send()
        let fee = try town.bench.amount("0.017 SAT")
        #expect(outcome == .replied(ProviderReply(.settled, reference: Town.hash, fee: fee)))
        #expect(town.body(of: "/api/v1/payments")?.contains(#""external_id":"\#(Town.key)""#) == true)
        #expect(town.headers(of: "/api/v1/payments ")?["x-api-key"] == "hush-admin-key")
    }

    @Test func `a run starts after the look at the wallet, and before the payment`() async throws {
        let request = try await town.prepare()
        let before = Mutex<[[String]]>([])
        _ = try await town.with { provider throws(PortFailure) in
            await provider.run(request, attempt: .first) { before.withLock { $0.append(town.requests) } }
        }
        #expect(before.withLock(\.count) == 1)
        #expect(before.withLock(\.first)?.last == "GET /api/v1/wallet")
        #expect(town.requests.last == "POST /api/v1/payments")
    }

    @Test func `a payment under way is pending`() async throws {
        town.put("POST /api/v1/payments", status: "201 Created", Town.payment("pending", fee: -210_000))
        #expect(try await town.send() == .replied(ProviderReply(.pending, reference: Town.hash)))
    }

    @Test(
        arguments: [
            // A duplicate of a payment that went through.
            ("520 Unknown", #"{"detail":"Internal invoice already paid.","status":"failed"}"#),
            ("520 Unknown", #"{"detail":"Payment already paid.","status":"success"}"#),
            ("520 Unknown", #"{"detail":"Insufficient balance.","status":"failed"}"#),
            ("404 Not Found", #"{"detail":"Wallet not found."}"#), ("401 Unauthorized", ""), ("403 Forbidden", ""),
            ("429 Too Many Requests", ""), ("400 Bad Request", ""), ("503 Service Unavailable", ""),
            ("307 Temporary Redirect", ""), ("200 OK", "<html>"), ("200 OK", "{}"),
            ("201 Created", Town.payment("failed")),
            ("201 Created", Town.payment("paid")), ("201 Created", Town.payment(amount: -1)),
            ("201 Created", Town.payment(hash: String(repeating: "00", count: 32))),
        ])
    func `anything but a clear success leaves the outcome unknown`(status: String, body: String) async throws {
        town.put("POST /api/v1/payments", status: status, body)
        guard case .unclear(let message) = try await town.send() else {
            Issue.record("the outcome is not unclear")
            return
        }
        #expect(!message.contains("hush"))
    }

    @Test func `a connection that breaks after the request leaves the outcome unknown`() async throws {
        let server = try LoopbackHTTPServer { request, connection in
            guard request.line.hasPrefix("GET") else { return .close }
            connection.answer(body: Array(Town.wallet().utf8))
            return .keep
        }
        let request = try await town.prepare()
        let outcome = try await town.with(at: server) { provider throws(PortFailure) in
            await provider.run(request, attempt: .first)
        }
        guard case .unclear = outcome else {
            Issue.record("the outcome is not unclear")
            return
        }
    }

    @Test func `what would surely fail is not tried`() async throws {
        let request = try await town.prepare()
        func send(now: Timestamp = SourceBench.begun) async throws -> SendOutcome {
            try await town.with(now: now) { provider throws(PortFailure) in
                await provider.run(request, attempt: .first)
            }
        }
        let later = SendOutcome.notSent(.temporary(retryAfter: nil))
        #expect(try await send(now: SourceBench.begun + .seconds(3599)).unsaid == later)
        town.put("GET /api/v1/wallet", Town.wallet(balance: 21_209_999))
        #expect(try await send().unsaid == later)
        town.put("GET /api/v1/wallet", Town.wallet(id: "w-2"))
        #expect(try await send().unsaid == .notSent(.misconfigured))
        town.put("GET /api/v1/wallet", status: "404 Not Found", #"{"detail":"Wallet not found."}"#)
        #expect(try await send().unsaid == .notSent(.refusedCredential))
        town.put("GET /api/v1/wallet", status: "429 Too Many Requests", "")
        #expect(try await send().unsaid == later)
        #expect(!town.requests.contains("POST /api/v1/payments"))
    }

    @Test func `a server that is not there was not sent anything`() async throws {
        let gone = try LoopbackHTTPServer(body: "")
        gone.stop()
        let request = try await town.prepare()
        let outcome = try await town.with(at: gone) { provider throws(PortFailure) in
            await provider.run(request, attempt: .repeat)
        }
        #expect(outcome == .notConnected)
    }

    @Test func `bytes that are not those that were prepared do not go out`() async throws {
        var request = try await town.prepare()
        request.body = request.body.replacing("6f1c1a5e", with: "00000000")
        let changed = request
        let outcome = try await town.with { provider throws(PortFailure) in
            await provider.run(changed, attempt: .repeat)
        }
        #expect(outcome.unsaid == .notSent(.misconfigured))
        #expect(!town.requests.contains("POST /api/v1/payments"))
    }
}
