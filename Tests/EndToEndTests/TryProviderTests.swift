import Testing
import WalletTestSupport

/// `walletctl try-provider` with the real walletd behind it.
@Suite(.timeLimit(.minutes(1)))
struct TryProviderTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// A plugin that writes down what it was asked, and answers `status` with this state.
    private func run(state: String, _ words: String...) async throws -> Finished {
        let plugin = try folder.script(
            """
            read request; echo "$request $1 $WALLETD_PROVIDER" >>\(folder.path(of: "requests")); touch rubbish
            case "$request" in
            *'"describe"'*) echo '{"walletd":1,"lookup":true,"idempotent":true,"key_lifetime":"24h"}';;
            *'"quote"'*) echo '{"walletd":1,"fee":{"amount":"0.50","asset":"USD"}}';;
            *) echo '{"walletd":1,"state":"\(state)"}';;
            esac
            """)
        return try await Finished(
            [BuiltPrograms.walletctl, "try-provider"] + words + [plugin, "word"],
            environment: ["PATH": "/usr/bin:/bin", "TMPDIR": folder.path])
    }

    @Test func `a plugin is asked and nothing is sent, and nothing is left behind`() async throws {
        let tried = try await run(state: "unknown-key", "--amount=12.50 USD", "--options={\"till\":7}")
        #expect(tried.status == 0, "\(tried.output)\(tried.errors)")
        #expect(tried.output.contains("ok: quote: a fee of 0.50 USD, out of the amount\n"))
        let requests = try folder.text(of: "requests")
        #expect(requests.contains(#""options":{"till":7}"#))
        #expect(requests.contains(#""amount":{"amount":"12.50","asset":"USD"}"#))
        #expect(requests.contains(" word trial\n"))
        #expect(!requests.contains("\"send\""))
        #expect(try folder.names().allSatisfy { !$0.hasPrefix("walletd-trial") })
    }

    @Test func `a fault is the exit code`() async throws {
        let tried = try await run(state: "settled")
        #expect(tried.status == 1)
        #expect(tried.output.contains("fault: status: it says settled of a key that was never sent\n"))
    }

    @Test func `what cannot be asked is a wrong use`() async throws {
        for words in ["--amount=12.50 XQX", "--options=[]"] {
            let tried = try await run(state: "settled", words)
            #expect(tried.status == 64)
            #expect(tried.errors.hasPrefix(words.prefix { $0 != "=" }), "\(tried.errors)")
        }
    }
}
