import Testing
import WalletAPI
import WalletTestSupport

/// An operator frees holdings whose balance does not show what was paid out.
@Suite(.timeLimit(.minutes(2)))
struct ReleaseTests {
    /// A source that never shows what the bank moved.
    private func still(_ rule: BankedRule) throws -> (Home, Bank) {
        let (home, bank) = try Home.banking([rule], deposit: 5500)
        let text = BankedRule.limits + rule.text
        try home.configure(text.replacing("FOLDER/\(rule.source).json", with: "FOLDER/still.json"))
        let balance = #"{"account":"main","asset":"KRW","available":"5500"}"#
        try home.folder.replace("still.json", #"{"walletd":1,"complete":true,"balances":[\#(balance)]}"#)
        return (home, bank)
    }

    @Test func `a balance that never moved is paid out again only after a release, and once for each`() async throws {
        let rule = BankedRule("tips")
        let (home, bank) = try still(rule)
        let daemon = try await home.start()
        try await daemon.confirm("tips")
        let first = try await daemon.cashOut(of: "tips", is: "final")
        let held = try await daemon.held(rule, by: "balance-lags")
        #expect(held.reasons.contains { $0.clearsWhen?.contains("cashout release \(first.id)") == true })
        #expect(try bank.requests() == 1)
        let released = try await home.walletctl("cashout", "release", String(first.id.prefix(8)))
        #expect(released.status == 0 && released.output.contains(first.id), "\(released)")
        let second = try await daemon.eventually { all in all.first { $0.state == "final" && $0.id != first.id } }
        _ = try await daemon.held(rule, by: "balance-lags")
        #expect(try bank.movements().map(\.key) == [first.reference, second.reference] && bank.requests() == 2)
        let again = try await home.walletctl("cashout", "release", first.id)
        #expect(again.status == 1 && again.errors.contains("no holding waits"), "\(again)")
        #expect(try await daemon.stop() == 0)
    }

    @Test func `what is still on its way is not released`() async throws {
        let rule = BankedRule("tips")
        let (home, bank) = try still(rule)
        try bank.feel(.pending)
        try bank.say("pending")
        let daemon = try await home.start()
        try await daemon.confirm("tips")
        let pending = try await daemon.cashOut(of: "tips", is: "pending")
        let refused = try await home.walletctl("cashout", "release", pending.id)
        #expect(refused.status == 1 && refused.errors.contains("it has its holdings still"), "\(refused)")
        _ = try await daemon.held(rule, by: "in-flight")
        #expect(try bank.requests() == 1)
        #expect(try await daemon.stop() == 0)
    }
}
