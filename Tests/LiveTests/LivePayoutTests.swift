import Glibc
import Testing
import WalletTestSupport

/// The built walletd cashes out a real wallet.
@Suite(
    .serialized, .enabled(if: LiveLNbitsTrait.python != nil, "make live installs LNbits and tests against it"),
    LiveLNbitsTrait(), .timeLimit(.minutes(5)))
struct LivePayoutTests {
    private let bench: LiveBench

    init() throws {
        bench = try LiveBench(#require(LiveLNbits.running))
    }

    @Test func `a wallet over its threshold pays once, and all agree to the millisatoshi`() async throws {
        let before = (try await bench.balance("payer-read"), try await bench.balance("payee-read"))
        let walletd = try LiveWalletd(bench)
        defer { walletd.kill() }
        try walletd.confirm()
        try walletd.wait(for: "cashout.settled:")
        try await expectPaidOnce(since: before, walletd)
    }

    @Test func `a server that is frozen while it pays, and a walletd that is killed, do not pay twice`() async throws {
        let before = (try await bench.balance("payer-read"), try await bench.balance("payee-read"))
        let first = try LiveWalletd(bench)
        try first.confirm()
        try first.wait(for: "cashout.sending:")
        bench.lnbits.signal(SIGSTOP)
        first.kill()
        bench.lnbits.signal(SIGCONT)
        let walletd = try LiveWalletd(bench)
        defer { walletd.kill() }
        try walletd.wait(for: "cashout.\\(settled\\|final\\):")
        try await expectPaidOnce(since: before, walletd)
    }

    private func expectPaidOnce(since before: (payer: Int128, payee: Int128), _ walletd: LiveWalletd) async throws {
        let paid = try await bench.balance("payee-read") - before.payee
        // What the server keeps back for a route, 1 %, also fits into the 12000 SAT that the rule allows.
        #expect(paid == 11_880_000)
        #expect(try await bench.balance("payer-read") == before.payer - paid)
        let lines = try walletd.walletctl("cashouts", "--all").split(separator: "\n")
        #expect(lines.count == 1 && lines[0].contains("11880.000 SAT"), "\(lines)")
        let journal = try walletd.walletctl("export", "hledger")
        #expect(journal.contains("11880.000"), "\(journal)")
        let events = try walletd.walletctl("events", "--type", "cashout.settled")
        #expect(events.split(separator: "\n").count == 1 && events.contains("11880.000 SAT"), "\(events)")
    }
}
