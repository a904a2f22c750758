import Testing
import WalletTestSupport

/// The built walletd, with a key that the server does not know.
@Suite(
    .serialized, .enabled(if: LiveLNbitsTrait.python != nil, "make live installs LNbits and tests against it"),
    LiveLNbitsTrait(), .timeLimit(.minutes(5)))
struct LiveKeyTests {
    private let bench: LiveBench

    init() throws {
        bench = try LiveBench(#require(LiveLNbits.running))
    }

    @Test func `a wrong admin key pays nothing until a person has put the right one there`() async throws {
        try bench.credential("key", "00000000000000000000000000000000")
        let before = try await bench.balance("payer-read")
        let first = try LiveWalletd(bench) { $0.adminKey = "key" }
        try first.confirm()
        try first.wait(for: "cashout.abandoned:")
        let (_, facts, trail) = try first.onlyCashOut()
        #expect(facts["state"] == "abandoned")
        #expect(trail.last?.contains("knows no wallet with this key (404)") == true, "\(trail)")
        #expect(try first.reasons().contains("quote-failed"))
        #expect(try first.count(of: "cashout.sending") == 0)
        #expect(try await bench.balance("payer-read") == before)
        first.kill()
        try bench.credential("key", bench.lnbits.payer.adminKey)
        let walletd = try LiveWalletd(bench) { $0.adminKey = "key" }
        defer { walletd.kill() }
        try walletd.wait(for: "cashout.final:")
        #expect(try await bench.balance("payer-read") == before - 11_880_000)
    }

    @Test func `a wrong read key leaves a balance that nobody knows, and pays nothing`() async throws {
        let before = try await bench.balance("payer-read")
        let walletd = try LiveWalletd(bench) { $0.sourceKey = "wrong" }
        defer { walletd.kill() }
        try walletd.wait(for: "source.needs-attention:")
        try walletd.confirm()
        let source = try walletd.walletctl("sources")
        #expect(source.contains("needs-attention") && source.contains("knows no wallet with this key"), "\(source)")
        #expect(!source.contains("0000"))
        #expect(try walletd.attempt(["status", "--check"]).status == 21)
        #expect(try walletd.walletctl("cashouts", "--all") == "")
        #expect(try walletd.reasons().contains("hold"))
        #expect(try await bench.balance("payer-read") == before)
    }
}
