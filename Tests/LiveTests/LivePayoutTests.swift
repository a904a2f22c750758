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
        let before = try await holdings()
        let walletd = try LiveWalletd(bench)
        defer { walletd.kill() }
        try walletd.confirm()
        try walletd.wait(for: "cashout.final:")
        try await expectPaidOnce(since: before, walletd)
    }

    @Test func `a server that is frozen while it pays, and a walletd that is killed, do not pay twice`() async throws {
        let before = try await holdings()
        let first = try LiveWalletd(bench)
        try first.confirm()
        try first.wait(for: "cashout.sending:")
        bench.lnbits.signal(SIGSTOP)
        first.kill()
        bench.lnbits.signal(SIGCONT)
        let walletd = try LiveWalletd(bench)
        defer { walletd.kill() }
        try walletd.wait(for: "cashout.final:")
        try await expectPaidOnce(since: before, walletd)
    }

    @Test func `a request that a frozen server gets while walletd is killed is found, not sent as another one`()
        async throws
    {
        let before = try await holdings()
        let lnbits = bench.lnbits
        let (frozen, freeze) = AsyncStream<Void>.makeStream()
        let relay = try LiveRelay(lnbits) { request, payments in
            if request.isPayment, payments == 1 {
                lnbits.signal(SIGSTOP)
                freeze.finish()
            }
            return .passes
        }
        let first = try LiveWalletd(bench) { $0.port = relay.port }
        try first.confirm()
        for await _ in frozen {}
        first.kill()
        lnbits.signal(SIGCONT)
        let walletd = try LiveWalletd(bench) { $0.port = relay.port }
        defer { walletd.kill() }
        try walletd.wait(for: "cashout.final:")
        try await expectPaidOnce(since: before, walletd)
        #expect(Set(relay.payments).count == 1)
        #expect(try walletd.onlyCashOut().trail.contains { $0.contains("unknown") })
    }

    @Test func `a payment that is asked for twice, and called failed the second time, is paid once`() async throws {
        let before = try await holdings()
        // The first answer is lost, and until the second try the payment is not found.
        let relay = try LiveRelay(bench.lnbits) { request, payments in
            if request.isPayment, payments == 1 { return .losesAnswer }
            guard request.isLookup, payments == 1 else { return .passes }
            return .answers(status: "404 Not Found", body: #"{"detail":"Payment does not exist."}"#)
        }
        let walletd = try LiveWalletd(bench) { $0.port = relay.port }
        defer { walletd.kill() }
        try walletd.confirm()
        try walletd.wait(for: "cashout.unknown:")
        try walletd.wait(for: "cashout.final:")
        try await expectPaidOnce(since: before, walletd)
        #expect(relay.payments.count == 2 && Set(relay.payments).count == 1)
        let trail = try walletd.onlyCashOut().trail
        #expect(trail.contains { $0.contains("run 2: ") && $0.contains("already paid") }, "\(trail)")
    }

    @Test func `money that was spent meanwhile leaves the payment unknown, and it is made once there is enough`()
        async throws
    {
        let before = try await holdings()
        let spent = Int(before.payer / 1000) - 5000
        let lnbits = bench.lnbits
        let relay = try LiveRelay(lnbits) { request, payments in
            if request.isPayment, payments == 1 {
                try lnbits.move(satoshi: spent, from: lnbits.payer, to: lnbits.payee)
            }
            return .passes
        }
        let walletd = try LiveWalletd(bench) { $0.port = relay.port }
        defer { walletd.kill() }
        try walletd.confirm()
        try walletd.wait(for: "cashout.unknown:")
        let (id, facts, trail) = try walletd.onlyCashOut()
        #expect(facts["state"] == "unknown" && trail.contains { $0.contains("Insufficient balance") }, "\(trail)")
        #expect(try walletd.attempt(["status", "--check"]).status == 22)
        #expect(try walletd.reasons().contains("in-flight"))
        let evidence = try walletd.walletctl("cashout", "resolve", id)
        #expect(evidence.contains("unknown-key"), "\(evidence)")
        try lnbits.move(satoshi: spent, from: lnbits.payee, to: lnbits.payer)
        try walletd.wait(for: "cashout.final:")
        try await expectPaidOnce(since: before, walletd)
        #expect(Set(relay.payments).count == 1)
    }

    @Test func `a wallet that never had the money sends nothing, says so, and gives it up when all is paused`()
        async throws
    {
        let before = try await holdings()
        let relay = try LiveRelay(bench.lnbits) { _, _ in .passes }
        let walletd = try LiveWalletd(bench) { scene in
            scene.adminKey = "poor-admin"
            scene.port = relay.port
        }
        defer { walletd.kill() }
        try walletd.confirm()
        try walletd.wait(for: "cashout.sending:")
        // Tried, and on the way back.
        try walletd.wait(for: "does not hold the amount")
        let (_, facts, trail) = try walletd.onlyCashOut()
        #expect(["prepared", "sending"].contains(facts["state"]), "\(facts)")
        #expect(
            trail.contains { $0.contains("does not hold the amount and what is kept back for the fee") }, "\(trail)")
        _ = try walletd.walletctl("cashout", "pause")
        try walletd.wait(for: "cashout.abandoned:")
        #expect(try walletd.onlyCashOut().facts["state"] == "abandoned")
        #expect(try walletd.reasons().contains("paused"))
        #expect(relay.payments == [])
        try await expectNothingMoved(since: before, walletd)
    }

    @Test func `an invoice that cannot be paid is rejected, and tried again much later`() async throws {
        try bench.offerUnpayable(as: "nobody")
        let before = try await holdings()
        let walletd = try LiveWalletd(bench) { scene in
            scene.payee = "nobody"
            scene.maxAmount = "23 SAT"
            scene.maxFee = "10%"
        }
        defer { walletd.kill() }
        try walletd.confirm()
        try walletd.wait(for: "cashout.rejected:")
        let (_, facts, trail) = try walletd.onlyCashOut()
        #expect(facts["state"] == "rejected" && facts["amount"] == "21.000 SAT", "\(facts)")
        #expect(trail.last?.contains("the payment failed") == true, "\(trail)")
        #expect(try walletd.reasons().contains("backoff"))
        #expect(try walletd.count(of: "cashout.rejected") == 1)
        try await expectNothingMoved(since: before, walletd)
        let books = try walletd.books()
        let left = ["assets:tips:wallet:SAT -23.000 SAT", "assets:in-flight 23.000 SAT"]
        #expect(books == [left, ["assets:tips:wallet:SAT 23.000 SAT", "assets:in-flight -23.000 SAT"]], "\(books)")
    }
}

extension LivePayoutTests {
    private func holdings() async throws -> (payer: Int128, payee: Int128) {
        (try await bench.balance("payer-read"), try await bench.balance("payee-read"))
    }

    /// What the server keeps back for a route, 1 %, also fits into the 12000 SAT that the rule allows; it takes none of it.
    private func expectPaidOnce(since before: (payer: Int128, payee: Int128), _ walletd: LiveWalletd) async throws {
        let after = try await holdings()
        #expect(after.payee == before.payee + 11_880_000)
        #expect(after.payer == before.payer - 11_880_000)
        let (_, facts, _) = try walletd.onlyCashOut()
        let told = ["state", "amount", "fee", "debit", "net", "fee taken"].map { facts[$0] }
        #expect(told == ["final", "11880.000 SAT", "118.800 SAT", "11998.800 SAT", "11880.000 SAT", "0.000 SAT"])
        // What the fee may be leaves with the amount, and comes back when none is taken.
        let books = try walletd.books()
        let left = ["assets:tips:wallet:SAT -11998.800 SAT", "assets:in-flight 11998.800 SAT"]
        let arrived = [
            "assets:tips:wallet:SAT 118.800 SAT", "assets:destinations:payee 11880.000 SAT",
            "assets:in-flight -11998.800 SAT",
        ]
        #expect(books == [left, arrived], "\(books)")
        #expect(
            try walletd.balances(in: bench.folder) == [
                #""assets:destinations:payee","11880.000 SAT""#, #""assets:tips:wallet:SAT","-11880.000 SAT""#,
            ])
        let settled = try walletd.walletctl("events", "--type", "cashout.settled").split(separator: "\n")
        #expect(settled.count == 1 && settled[0].contains("11880.000 SAT"), "\(settled)")
        for type in ["cashout.sending", "cashout.final"] { #expect(try walletd.count(of: type) == 1) }
    }

    private func expectNothingMoved(
        since before: (payer: Int128, payee: Int128), _ walletd: LiveWalletd
    ) async throws {
        let after = try await holdings()
        #expect(after.payer == before.payer && after.payee == before.payee)
        #expect(try walletd.balances(in: bench.folder) == [])
        #expect(try walletd.count(of: "cashout.settled") == 0)
    }
}
