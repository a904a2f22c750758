import Glibc
import Testing
import WalletAdapters
import WalletCore
import WalletTestSupport

/// A credential that changes between the preparation of a request and a run of it.
struct ExecCredentialSwapTests {
    private let bench: ExecProviderBench

    init() throws {
        bench = try ExecProviderBench()
    }

    @Test(arguments: [PayoutAttempt.first, .repeat])
    func `an account that was swapped is not paid`(attempt: PayoutAttempt) async throws {
        let (order, quote) = (try bench.order(), try bench.quote())
        let outcome = try await bench.with("touch ran") { provider throws(PortFailure) in
            let request = try await provider.prepare(order, key: ExecProviderBench.key, quote: quote)
            do {
                try bench.bench.folder.write("credentials/my-bank-account", "KR-110-0000000000\n")
            } catch {
                throw PortFailure(.failed, "\(error)")
            }
            return await provider.send(request, attempt: attempt)
        }
        #expect(outcome.unsaid == .notSent(.misconfigured))
        #expect(throws: (any Error).self) { try bench.bench.folder.text(of: "plugins/acme/ran") }
    }

    @Test func `without its account nothing is sent, and still asked`() async throws {
        let (order, quote) = (try bench.order(), try bench.quote())
        let script = "echo run >>runs; echo '{\"walletd\":1,\"state\":\"settled\"}'"
        try await bench.with(script) { provider throws(PortFailure) in
            let request = try await provider.prepare(order, key: ExecProviderBench.key, quote: quote)
            unlink(bench.bench.folder.path(of: "credentials/my-bank-account"))
            #expect(await provider.send(request, attempt: .repeat).unsaid == .notSent(.misconfigured))
            let inquiry = PayoutInquiry(key: ExecProviderBench.key, body: request.body)
            #expect(try await provider.status(inquiry) == ProviderReply(.settled))
        }
        #expect(try bench.bench.folder.text(of: "plugins/acme/runs") == "run\n")
    }

    @Test func `a damaged request is not sent`() async throws {
        for body in ["", "[]", #"{"destination":{"name":"my-bank","account":"KR-1"},"legs":[]}"#] {
            let outcome = try await bench.with("touch ran") { provider throws(PortFailure) in
                await provider.send(PayoutRequest(body: body, hash: []), attempt: .repeat)
            }
            #expect(outcome != .unclear(""))
            guard case .notSent = outcome else {
                Issue.record("sent: \(outcome)")
                return
            }
        }
        #expect(throws: (any Error).self) { try bench.bench.folder.text(of: "plugins/acme/ran") }
    }

    @Test(arguments: [
        "cat >&2; exit 1", "read line; printf '{\"walletd\":1,\"state\":\"pending\",\"message\":\"%s\"}' \(account)",
        "printf '{\"walletd\":1,\"state\":\"pending\",\"reference\":\"%s\"}' \(account)",
        "printf '{\"walletd\":1,\"state\":\"%s\"}' \(account)",
    ])
    func `an account that the plugin says is shown to nobody`(script: String) async throws {
        let outcome = try await bench.send(script)
        #expect(!"\(outcome)".contains("9876543"), "\(outcome)")
    }

    private static let account = ExecProviderBench.account
}

/// The credentials of the plugin itself.
extension ExecCredentialSwapTests {
    /// A provider with a token, whose every run leaves a line in `runs` and says that it settled.
    private func withToken<Result>(
        _ body: (any CashOutProvider, PayoutRequest) async throws(PortFailure) -> Result
    ) async throws -> Result {
        try bench.bench.folder.write("credentials/token", "alice\n")
        let (order, quote) = (try bench.order(), try bench.quote())
        let script = "echo run >>runs; echo '{\"walletd\":1,\"state\":\"settled\"}'"
        return try await bench.with(script, credentials: ["token"]) { provider throws(PortFailure) in
            let request = try await provider.prepare(order, key: ExecProviderBench.key, quote: quote)
            return try await body(provider, request)
        }
    }

    private func replaceToken(_ text: String) throws(PortFailure) {
        do {
            try bench.bench.folder.write("credentials/token", text)
        } catch {
            throw PortFailure(.failed, "\(error)")
        }
    }

    @Test(arguments: [PayoutAttempt.first, .repeat])
    func `nothing is sent by other credentials than a request was made for`(attempt: PayoutAttempt) async throws {
        try await withToken { provider, request throws(PortFailure) in
            #expect(try provider.credentials() == request.credentials)
            try replaceToken("bob\n")
            #expect(try provider.credentials() != request.credentials)
            #expect(await provider.send(request, attempt: attempt).unsaid == .notSent(.misconfigured))
            try replaceToken("alice")
            guard case .replied(let reply) = await provider.send(request, attempt: attempt) else {
                Issue.record("the old credentials do not send")
                return
            }
            #expect(reply.state == .settled && reply.credentials == request.credentials)
        }
        #expect(try bench.bench.folder.text(of: "plugins/acme/runs") == "run\n")
    }

    @Test func `an answer says by which credentials it was got`() async throws {
        try await withToken { provider, request throws(PortFailure) in
            let inquiry = PayoutInquiry(key: ExecProviderBench.key, body: request.body)
            let own = try await provider.status(inquiry)
            try replaceToken("bob\n")
            let other = try await provider.status(inquiry)
            #expect(own.credentials == request.credentials && own.credentials != nil)
            #expect(other.credentials == (try provider.credentials()) && other.credentials != own.credentials)
        }
    }

    @Test func `a provider without credentials has none to compare`() async throws {
        let (order, quote) = (try bench.order(), try bench.quote())
        try await bench.with("true") { provider throws(PortFailure) in
            #expect(try provider.credentials() == nil)
            let request = try await provider.prepare(order, key: ExecProviderBench.key, quote: quote)
            #expect(request.credentials == nil)
        }
    }
}
