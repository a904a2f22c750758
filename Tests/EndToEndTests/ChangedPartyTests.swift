import Testing
import WalletAPI
import WalletTestSupport

/// The configuration changes under a cash-out.
@Suite(.timeLimit(.minutes(2)))
struct ChangedPartyTests {
    /// Does a payment whose outcome the bank does not tell yet.
    private func pending(_ rule: BankedRule, _ bank: Bank, _ daemon: RunningDaemon) async throws -> String {
        try bank.feel(.pending)
        try bank.say("pending")
        try await daemon.confirm(rule.name)
        return try await daemon.cashOut(of: rule.name, is: "pending").id
    }

    enum Loss: CaseIterable, Sendable {
        case rule, destination, provider, all
    }

    @Test(arguments: Loss.allCases)
    func `a cash-out whose configuration is gone is followed to its end`(loss: Loss) async throws {
        let (rule, other) = (BankedRule("tips"), BankedRule("other"))
        let (home, bank) = try Home.banking([rule, other], deposit: 5500)
        try bank.deposit(-4000, into: other.source)
        let daemon = try await home.start()
        let id = try await pending(rule, bank, daemon)
        // A rule cannot stay without what it names.
        let kept =
            switch loss {
            case .rule: rule.sourceText + rule.destinationText + rule.providerText
            case .destination: rule.sourceText + rule.providerText
            case .provider: rule.sourceText
            case .all: ""
            }
        try home.configure(BankedRule.limits + other.text + kept)
        let reloaded = try await home.walletctl("reload")
        #expect(reloaded.status == 0, "\(reloaded)")
        try bank.say(nil)
        try await daemon.announced("cashout.settled")
        #expect(["settled", "final"].contains(try await daemon.cashOut(id).state))
        #expect(try bank.movements().count == 1 && bank.requests() == 1)
        #expect(try await daemon.stop() == 0)
    }

    @Test func `a provider that was replaced is not believed when it says that nothing moved`() async throws {
        var rule = BankedRule("tips")
        let (home, bank) = try Home.banking([rule])
        let daemon = try await home.start()
        let id = try await pending(rule, bank, daemon)
        rule.words = ["another", "0"]
        try bank.say("rejected")
        try home.configure(BankedRule.limits + rule.text)
        #expect(try await home.walletctl("reload").status == 0)
        let evidence = try await daemon.evidence(on: id)
        #expect(evidence.providerSays == "rejected")
        let words = ["cashout", "resolve", id, "--as", "rejected", "--evidence", evidence.evidence]
        let refused = try await home.walletctl(words + ["--comment", "it says so"])
        #expect(refused.status == 1, "\(refused)")
        _ = try await daemon.held(rule, by: "in-flight")
        #expect(!["rejected", "abandoned"].contains(try await daemon.cashOut(id).state))
        try bank.say(nil)
        try await daemon.announced("cashout.settled")
        #expect(try bank.requests() == 1 && bank.movements().count == 1)
        #expect(daemon.announcements.allSatisfy { $0.type != "cashout.rejected" })
        #expect(try await daemon.stop() == 0)
    }

    @Test(arguments: [true, false])
    func `nothing goes to an account that was swapped, before a person stands behind it`(isReloaded: Bool) async throws
    {
        let rule = BankedRule("tips")
        let (home, bank) = try Home.banking([rule], deposit: 4000)
        let daemon = try await home.start()
        try await daemon.confirm("tips")
        try home.folder.write("payee", "KR-9999-6666\n")
        if isReloaded { #expect(try await home.walletctl("reload").status == 0) }
        try bank.deposit(1500, into: rule.source)
        let changed = try await daemon.announced("destination.changed").message
        #expect(changed.contains("ending in 6666") && changed.contains("`walletctl reload`") == !isReloaded)
        _ = try await daemon.held(rule, by: "needs-confirm")
        #expect(try bank.requests() == 0)
        if !isReloaded { #expect(try await home.walletctl("reload").status == 0) }
        try await daemon.confirm("tips")
        try await daemon.cashOut(of: "tips", is: "final")
        #expect(try bank.movements().map(\.to) == ["KR-9999-6666"])
        #expect(try await daemon.stop() == 0)
        #expect(!daemon.errors.contains("KR-9999"))
    }

    @Test func `an account that was swapped cools off before anything goes there`() async throws {
        var rule = BankedRule("tips")
        rule.coolingOff = "1s"
        let (home, bank) = try Home.banking([rule], deposit: 4000)
        let daemon = try await home.start()
        try await daemon.confirm("tips")
        rule.coolingOff = "24h"
        try home.folder.write("payee", "KR-9999-6666\n")
        try home.configure(BankedRule.limits + rule.text)
        #expect(try await home.walletctl("reload").status == 0)
        try await daemon.announced("destination.changed")
        try await daemon.confirm("tips")
        try bank.deposit(6000, into: rule.source)
        _ = try await daemon.held(rule, by: "destination-cooling-off")
        #expect(try bank.requests() == 0)
        #expect(try await daemon.stop() == 0)
    }
}
