import Glibc
import Testing
import WalletAPI
import WalletClient
import WalletTestSupport

/// Plugins that misbehave: each has its own state and reason, and the others are read as if nothing were.
@Suite(.timeLimit(.minutes(1)))
struct PluginTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let script: String
        let reason: String
        let state: String

        var testDescription: String { name }

        init(_ name: String, _ script: String, _ reason: String, _ state: String = "failing") {
            self.name = name
            self.script = script
            self.reason = reason
            self.state = state
        }
    }

    static let cases = [
        Case("hangs", "sleep 1000", "timeout"),
        Case("forks, ignores SIGTERM", "trap '' TERM; (trap '' TERM; sleep 1000) & sleep 1000", "timeout"),
        Case("leaves a child behind", "cat >/dev/null; sleep 1000 & exit 3", "failed"),
        Case("floods", "cat >/dev/null; yes", "too-large"),
        Case("floods its standard error", "cat >/dev/null; yes >&2; exit 1", "timeout"),
        Case("closes its input at once", "exec <&-; exit 1", "failed"),
        Case("prints garbage", "cat >/dev/null; head -c 1000 /dev/urandom", "malformed"),
        Case("prints nothing", "cat >/dev/null", "malformed"),
        Case("prints two objects", "cat >/dev/null; echo '{\"walletd\":1,\"balances\":[]}{}'", "malformed"),
        Case(
            "prints a number for an amount",
            #"cat >/dev/null; echo '{"walletd":1,"balances":[{"account":"a","asset":"KRW","available":12500}]}'"#,
            "malformed"),
        Case("nests without end", "cat >/dev/null; head -c 100000 /dev/zero | tr '\\0' '['", "malformed"),
        Case("dies of a signal", "kill -SEGV $$", "failed"),
        Case("wants to be asked later", "echo 'retry-after: 3600' >&2; exit 75", "rate-limited"),
        Case("was refused", "echo 'the PIN is wrong' >&2; exit 77", "refused-credential", "needs-attention"),
        Case("has wrong options", "exit 78", "misconfigured", "needs-attention"),
    ]

    @Test(arguments: cases)
    func `a plugin that misbehaves fails by itself, with its reason, and leaves no process`(plugin: Case) async throws {
        let home = try Home.runningScript("exec 9>'FOLDER/lifeline'; echo >&9\n\(plugin.script)", timeout: "1s")
        let lifeline = try Lifeline(in: home.folder)
        let daemon = try await home.start()
        let poll = try await home.walletctl("poll", "plugin")
        #expect(poll.status == 0)
        let type = plugin.state == "needs-attention" ? "source.needs-attention" : "source.failing"
        try await daemon.announced(type, "plugin")
        let source = try await daemon.source("plugin")
        #expect(source.state == plugin.state)
        #expect(source.lastFailure?.reason == plugin.reason, "\(source)")
        #expect(await lifeline.isFree())
        #expect(try await home.walletctl("poll", "transit").status == 0)
        try await daemon.announced("alert.firing", "transit")
        #expect(try await daemon.source("transit").state == "ok")
        #expect(try await home.walletctl("status", "--check").status == 21)
        #expect(try await daemon.stop() == 0)
    }

    @Test func `three hundred plugins that hang hold nobody up`() async throws {
        let sources = (0..<300).map {
            "[sources.h\($0)]\nadapter = \"exec\"\ncommand = [\"FOLDER/script\"]\nevery = \"1s\"\ntimeout = \"30s\"\n"
        }
        let home = try Home(Home.transit + sources.joined())
        _ = try home.folder.script("exec sleep 1000")
        try home.write(csv: "transit.csv", "card-1,KRW,2500")
        let daemon = try await home.start()
        try await daemon.announced("alert.firing", "transit")
        #expect(try await home.walletctl("status").status == 0)
        #expect(try await daemon.stop() == 0)
    }

    @Test func `a secret that a plugin prints is not told on`() async throws {
        let home = try Home.runningScript(#"cat "$CREDENTIALS_DIRECTORY/pin" >&2; exit 77"#)
        #expect(mkdir(home.folder.path(of: "credentials"), 0o700) == 0)
        try home.folder.write("credentials/pin", "4711-0815\n")
        try home.configure(try home.folder.text(of: "walletd.toml") + "\ncredentials = [\"pin\"]\n")
        let daemon = try await home.start(environment: ["CREDENTIALS_DIRECTORY": home.folder.path(of: "credentials")])
        #expect(try await home.walletctl("poll", "plugin").status == 0)
        try await daemon.announced("source.needs-attention")
        #expect(!(try await home.walletctl("sources", "--json").output.contains("4711-0815")))
        #expect(!(try await home.walletctl("events", "--json").output.contains("4711-0815")))
        #expect(try await daemon.stop() == 0)
        #expect(!daemon.errors.contains("4711-0815"))
        let database = try home.folder.bytes(of: "state/walletd.db")
        #expect(!String(decoding: database, as: UTF8.self).contains("4711-0815"))
    }
}
