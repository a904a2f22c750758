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
