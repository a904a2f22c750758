import Glibc
import Testing
import WalletAdapters
import WalletCore
import WalletTestSupport

/// The answers are those of LNbits 1.6.2.
struct LNbitsSourceTests {
    private let bench: SourceBench

    init() throws {
        bench = try SourceBench()
        mkdir(bench.folder.path(of: "credentials"), 0o700)
        try bench.folder.write("credentials/tips", "hush-read-key\n")
    }

    private func read(_ url: String) async throws -> Reading {
        try await bench.read(.lnbits(LNbitsDefinition(url: url, key: .credential("tips"))))
    }

    private func failure(
        _ status: String, headers: [String] = [], _ body: String = ""
    ) async throws -> PortFailure {
        let server = try LoopbackHTTPServer(status: status, headers: headers, body: body)
        let failure = try await #require(throws: PortFailure.self) { try await read(server.url("")) }
        #expect(!failure.message.contains("hush"))
        return PortFailure(
            failure.reason, failure.message.replacing(server.url(""), with: "SERVER"), retryAfter: failure.retryAfter)
    }

    @Test(arguments: ["", "/", "/lnbits", "/lnbits/"])
    func `a balance is read to the millisatoshi`(base: String) async throws {
        let server = try LoopbackHTTPServer(body: #"{"name":"payer","balance":5000001}"#)
        let reading = try await read(server.url(base))
        #expect(
            try reading
                == Reading(
                    balances: [Balance(account: "wallet", available: bench.amount("5000.001 SAT"))],
                    completeness: .complete))
        let seen = try #require(server.requests.first)
        #expect(seen.line == "GET \(base.hasSuffix("/") ? String(base.dropLast()) : base)/api/v1/wallet HTTP/1.1")
        #expect(seen.headers["x-api-key"] == "hush-read-key")
    }

    @Test(
        arguments: [
            (
                "404 Not Found", #"{"detail":"Wallet not found."}"#, .refusedCredential,
                "SERVER knows no wallet with this key (404): Wallet not found."
            ),
            ("404 Not Found", "", .refusedCredential, "SERVER knows no wallet with this key (404)"),
            (
                "404 Not Found", #"{"detail":"Not Found"}"#, .failed,
                "SERVER does not know LNbits' API (404); is url right?"
            ),
            ("404 Not Found", "<html>nginx", .failed, "SERVER does not know LNbits' API (404); is url right?"),
            (
                "401 Unauthorized", #"{"detail":"No Api Key provided."}"#, .refusedCredential,
                "SERVER refused the key (401): No Api Key provided."
            ),
            (
                "403 Forbidden", #"{"detail":"hush-read-key is \u001b no admin key"}"#, .refusedCredential,
                #"SERVER refused the key (403): [secret] is \x1b no admin key"#
            ),
            (
                "429 Too Many Requests", #"{"error":"Rate limit exceeded: 4 per 1 minute"}"#, .rateLimited,
                "SERVER asks for fewer requests (429)"
            ),
            (
                "520 Unknown", #"{"detail":"Database is locked","status":"failed"}"#, .failed,
                "SERVER refused the request (520): Database is locked"
            ),
            ("502 Bad Gateway", "<html>nginx", .failed, "SERVER has a fault of its own (502)"),
        ] as [(String, String, PortFailure.Reason, String)])
    func `a status says what is wrong`(
        status: String, body: String, reason: PortFailure.Reason, message: String
    ) async throws {
        #expect(try await failure(status, body) == PortFailure(reason, message))
    }

    @Test(
        arguments: [
            (
                "307 Temporary Redirect", "/first_install", .misconfigured,
                "LNbits at SERVER is not set up yet; open it in a browser first"
            ),
            ("307 Temporary Redirect", "/away", .failed, "SERVER redirected (307) to"),
            ("308 Permanent Redirect", "/away", .misconfigured, "SERVER redirected (308) to"),
        ] as [(String, String, PortFailure.Reason, String)])
    func `no redirect is followed, for the key goes along`(
        status: String, path: String, reason: PortFailure.Reason, message: String
    ) async throws {
        let other = try LoopbackHTTPServer(body: #"{"name":"payer","balance":1}"#)
        for location in [path, other.url(path)] {
            let failure = try await failure(status, headers: ["location: \(location)"])
            #expect(failure.reason == reason)
            #expect(failure.message.hasPrefix(message))
        }
        #expect(other.requests.isEmpty)
    }

    @Test(
        arguments: [
            (#"{"name":"payer"}"#, "the answer of SERVER: balance: is missing"),
            (#"{"name":"payer","balance":null}"#, "the answer of SERVER: balance: expected a string or a number"),
            (#"{"name":"payer","balance":1.5}"#, "balance: "), (#"{"name":"payer","balance":1e3}"#, "balance: "),
            ("<html>", "the answer of SERVER is not JSON"),
        ])
    func `an answer that is no balance is malformed`(body: String, message: String) async throws {
        let failure = try await failure("200 OK", body)
        #expect(failure.reason == .malformed)
        #expect(failure.message.hasPrefix(message), "\(failure.message)")
    }

    @Test func `a missing credential is misconfigured and asks nobody`() async throws {
        let server = try LoopbackHTTPServer(body: "")
        let definition = LNbitsDefinition(url: server.url(), key: .credential("absent"))
        let failure = try await #require(throws: PortFailure.self) { try await bench.read(.lnbits(definition)) }
        #expect(failure.reason == .misconfigured)
        #expect(server.requests.isEmpty)
        #expect(SourceDefinition.lnbits(definition).secrets == [.credential("absent")])
        #expect(SourceDefinition.lnbits(definition).host == "http://127.0.0.1:\(server.port)")
    }
}
