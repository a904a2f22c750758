import Testing
import WalletAdapters
import WalletCore
import WalletTestSupport

/// What a look-up says, and when it is believed.
struct LNbitsStatusTests {
    private typealias Town = LightningTown
    private let town: LightningTown
    private static let path = "GET /api/v1/payments/\(Town.hash)"

    init() throws {
        town = try LightningTown()
    }

    private func failure() async throws -> PortFailure {
        let failure = try await #require(throws: PortFailure.self) { try await town.status() }
        #expect(!failure.message.contains("hush"))
        return failure
    }

    /// The first is for the preparation.
    private func wallets(_ answers: [Town.Answer]) {
        town.put("GET /api/v1/wallet", [Town.Answer(body: Town.wallet())] + answers)
    }

    @Test func `the payment's own state is what became of it`() async throws {
        let fee = try town.bench.amount("0.017 SAT")
        #expect(try await town.status() == ProviderReply(.settled, reference: Town.hash, fee: fee))
        town.put(Self.path, Town.lookUp(paid: false, "pending"))
        #expect(try await town.status() == ProviderReply(.pending, reference: Town.hash))
        town.put(Self.path, Town.lookUp(paid: false, "failed"))
        #expect(try await town.status().state == .rejected)
    }

    @Test func `not found is not known where the wallet answers before and after`() async throws {
        town.put(Self.path, status: "404 Not Found", #"{"detail":"Payment does not exist."}"#)
        #expect(try await town.status() == ProviderReply(.unknownKey))
        #expect(town.requests.suffix(3) == ["GET /api/v1/wallet", Self.path, "GET /api/v1/wallet"])
    }

    @Test(
        arguments: [
            ("404 Not Found", .refusedCredential), ("401 Unauthorized", .refusedCredential),
            ("502 Bad Gateway", .failed),
            ("429 Too Many Requests", .rateLimited), ("307 Temporary Redirect", .failed),
        ] as [(String, PortFailure.Reason)])
    func `not found says nothing where the wallet does not answer`(
        status: String, reason: PortFailure.Reason
    ) async throws {
        town.put(Self.path, status: "404 Not Found", #"{"detail":"Payment does not exist."}"#)
        let bad = Town.Answer(status: status, body: "")
        wallets([bad])
        #expect(try await failure().reason == reason)
        wallets([Town.Answer(body: Town.wallet()), bad])
        #expect(try await failure().reason == reason)
    }

    @Test func `a key of another wallet finds nothing and proves nothing`() async throws {
        town.put(Self.path, status: "404 Not Found", #"{"detail":"Payment does not exist."}"#)
        for answers in [[Town.wallet(id: "w-2")], [Town.wallet(), Town.wallet(id: "w-2")]] {
            wallets(answers.map { Town.Answer(body: $0) })
            #expect(try await failure().reason == .misconfigured)
        }
    }

    @Test func `the payee's side of the invoice is not the payment`() async throws {
        town.put(Self.path, Town.lookUp(amount: Town.millisatoshi))
        #expect(try await town.status() == ProviderReply(.unknownKey))
    }

    @Test(
        arguments: [
            Town.lookUp(paid: false), Town.lookUp(paid: true, "failed"), Town.lookUp(paid: true, "pending"),
            Town.lookUp(paid: false, "failed", preimage: "\"aa\""), Town.lookUp(paid: false, "expired"),
            Town.lookUp(amount: -1), #"{"paid":true,"preimage":"aa"}"#, #"{"paid":true}"#, "{}", "<html>",
        ])
    func `an answer that contradicts itself is not believed`(body: String) async throws {
        town.put(Self.path, body)
        #expect(try await failure().reason == .malformed)
    }

    @Test(arguments: ["500 Internal Server Error", "520 Unknown", "403 Forbidden", "429 Too Many Requests"])
    func `a look-up that fails says nothing`(status: String) async throws {
        town.put(Self.path, status: status, #"{"detail":"hush-admin-key","status":"failed"}"#)
        _ = try await failure()
    }

    @Test func `a quote is the most that the server keeps back`() async throws {
        var quote = Quote(fee: try town.bench.amount("210 SAT"), from: .balance)
        quote.receives = try town.bench.amount("21000 SAT")
        #expect(try await town.quote() == quote)
        #expect(try await town.quote("10 SAT").fee == town.bench.amount("2 SAT"))
        #expect(try await town.quote("1000.001 SAT").fee == town.bench.amount("10.001 SAT"))
        #expect(town.requests.allSatisfy { $0 == "GET /.well-known/lnurlp/alice" })
    }

    @Test func `an invoice is paid once, so its key may go out again`() async throws {
        let promise = try await town.with { provider throws(PortFailure) in try await provider.describe() }
        #expect(promise == ProviderPromise(idempotency: .limited(.seconds(3600)), lookup: .byKey))
    }

    @Test func `only satoshi go over Lightning`() async throws {
        for amount in ["5 KRW", "0 SAT", "-1 SAT"] {
            let failure = try await #require(throws: PortFailure.self) { try await town.quote(amount) }
            #expect(failure.reason == .misconfigured)
        }
    }
}
