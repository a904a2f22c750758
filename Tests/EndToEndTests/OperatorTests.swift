import Testing
import WalletAPI
import WalletTestSupport

/// What persons do to cash-outs, at the wrong moment too.
@Suite(.timeLimit(.minutes(2)))
struct OperatorTests {
    private let rule: BankedRule
    private let home: Home
    private let bank: Bank

    init() throws {
        var rule = BankedRule("tips")
        rule.mode = "ask"
        self.rule = rule
        (home, bank) = try Home.banking([rule], deposit: 5500)
    }

    @Test func `two operators who approve at once do not pay twice`() async throws {
        let daemon = try await home.start()
        try await daemon.confirm("tips")
        let asked = try await daemon.cashOut(of: "tips", is: "awaiting-approval")
        let words = ["cashout", "approve", asked.id, "--plan", asked.terms.plan]
        async let one = home.walletctl(words)
        async let other = home.walletctl(words)
        let both = try await [one, other].sorted { $0.status < $1.status }
        #expect(both.map(\.status) == [0, 1], "\(both)")
        #expect(both[1].errors.contains("approved") || both[1].errors.contains("settled"), "\(both[1])")
        let settled = try await daemon.cashOut(of: "tips", is: "final")
        #expect(try bank.movements().map(\.key) == [settled.reference] && bank.requests() == 1)
        #expect(try await daemon.stop() == 0)
    }

    @Test func `a plan that is not the one that was shown is not approved`() async throws {
        let daemon = try await home.start()
        try await daemon.confirm("tips")
        let asked = try await daemon.cashOut(of: "tips", is: "awaiting-approval")
        let other = try await home.walletctl("cashout", "approve", asked.id, "--plan", "ffffffff")
        #expect(other.status == 1, "\(other)")
        #expect(other.errors.contains("plan"), "\(other)")
        // The account that it would go to changes under the plan that was shown.
        try home.folder.write("payee", "KR-9999-6666\n")
        _ = try await home.walletctl("reload")
        let outdated = try await home.walletctl("cashout", "approve", asked.id, "--plan", asked.terms.plan)
        #expect(outdated.status == 1 && outdated.errors.contains("destination"), "\(outdated)")
        #expect(try bank.requests() == 0)
        #expect(try await daemon.stop() == 0)
    }

    @Test func `what a person turned down is not sent, and not asked about at once again`() async throws {
        let daemon = try await home.start()
        try await daemon.confirm("tips")
        let asked = try await daemon.cashOut(of: "tips", is: "awaiting-approval")
        #expect(try await home.walletctl("status", "--check").status == 22)
        let rejected = try await home.walletctl("cashout", "reject", asked.id, "--comment", "not now")
        #expect(rejected.status == 0 && rejected.output.contains("not now"), "\(rejected)")
        let late = try await home.walletctl("cashout", "approve", asked.id, "--plan", asked.terms.plan)
        #expect(late.status == 1 && late.errors.contains("abandoned"), "\(late)")
        #expect(try bank.requests() == 0)
        #expect(try await daemon.stop() == 0)
    }

    @Test func `once a pause has answered nothing is sent, also after a restart, until it is ended`() async throws {
        let first = try await home.start()
        try await first.confirm("tips")
        let asked = try await first.cashOut(of: "tips", is: "awaiting-approval")
        #expect(try await home.walletctl("cashout", "pause").status == 0)
        #expect(try await home.walletctl("status", "--check").status == 23)
        let held = try await home.walletctl("cashout", "approve", asked.id, "--plan", asked.terms.plan)
        #expect(held.status == 1 && held.errors.contains("paused"), "\(held)")
        #expect(try await first.stop() == 0)
        let daemon = try await home.start()
        #expect(try await home.walletctl("status", "--check").status == 23)
        #expect(try bank.requests() == 0)
        #expect(try await home.walletctl("cashout", "resume").status == 0)
        let now = try await daemon.cashOut(of: "tips", is: "awaiting-approval")
        let approved = try await home.walletctl("cashout", "approve", now.id, "--plan", now.terms.plan)
        #expect(approved.status == 0, "\(approved)")
        try await daemon.cashOut(of: "tips", is: "final")
        #expect(try bank.movements().count == 1 && bank.requests() == 1)
        #expect(try await daemon.stop() == 0)
    }

    @Test func `a plan that costs more by now is not approved, and the one that is made in its place is`() async throws
    {
        var rule = rule
        rule.fee = 30
        let (home, bank) = try Home.banking([rule], deposit: 5500)
        let daemon = try await home.start()
        try await daemon.confirm("tips")
        let asked = try await daemon.cashOut(of: "tips", is: "awaiting-approval")
        try bank.charge(20)
        let outdated = try await home.walletctl("cashout", "approve", asked.id, "--plan", asked.terms.plan)
        #expect(outdated.status == 1, "\(outdated)")
        #expect(outdated.errors.contains("20 KRW, was 10 KRW") && outdated.errors.contains("reject it"), "\(outdated)")
        #expect(try await daemon.cashOut(asked.id).state == "awaiting-approval")
        #expect(try bank.requests() == 0)
        #expect(try await home.walletctl("cashout", "reject", asked.id).status == 0)
        #expect(outdated.errors.contains("walletctl cashout new --rule tips"), "\(outdated)")
        try await daemon.confirm("tips")
        let now = try await daemon.cashOut(of: "tips", is: "awaiting-approval")
        #expect(now.id != asked.id && now.terms.plan != asked.terms.plan && now.terms.fee.amount == "20")
        let approved = try await home.walletctl("cashout", "approve", now.id, "--plan", now.terms.plan)
        #expect(approved.status == 0, "\(approved)")
        let settled = try await daemon.cashOut(of: "tips", is: "final")
        #expect(try bank.movements().map(\.key) == [settled.reference] && bank.requests() == 1)
        #expect(try await daemon.stop() == 0)
    }
}
