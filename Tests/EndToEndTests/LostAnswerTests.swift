import Testing
import WalletAPI
import WalletTestSupport

/// A bank that misbehaves while it pays: each outcome is found out, and nothing is paid twice.
@Suite(.timeLimit(.minutes(2)))
struct LostAnswerTests {
    @Test(arguments: [Bank.Mood.failed, .killed, .garbage, .twice, .floods, .unpaid])
    func `an answer that is none does not pay twice`(mood: Bank.Mood) async throws {
        let (home, bank) = try Home.banking([BankedRule("tips")], deposit: 5500)
        try bank.feel(mood)
        let daemon = try await home.start()
        try await daemon.confirm("tips")
        let settled = try await daemon.cashOut(of: "tips", is: "final")
        try await daemon.announced("cashout.unknown")
        #expect(try bank.movements().map(\.key) == [settled.reference])
        #expect(try bank.requests() == (mood == .unpaid ? 2 : 1))
        #expect(try await daemon.cashOuts().count == 1)
        #expect(try await daemon.stop() == 0)
    }

    @Test func `a bank that hangs after paying is cut off with all that it started, and pays once`() async throws {
        var rule = BankedRule("tips")
        rule.timeout = "3s"
        let (home, bank) = try Home.banking([rule], deposit: 5500)
        let lifeline = try Lifeline(in: home.folder)
        try bank.feel(.hangs)
        let daemon = try await home.start()
        try await daemon.confirm("tips")
        #expect(await lifeline.hasBegun())
        #expect(try await home.walletctl("status").status == 0)
        try await daemon.announced("cashout.unknown")
        #expect(await lifeline.isFree())
        try await daemon.cashOut(of: "tips", is: "final")
        #expect(try bank.movements().count == 1 && bank.requests() == 1)
        #expect(try await daemon.stop() == 0)
    }

    @Test func `a run that says it sent nothing is followed by another, and pays once`() async throws {
        let (home, bank) = try Home.banking([BankedRule("tips")], deposit: 5500)
        try bank.feel(.temporary)
        let daemon = try await home.start()
        try await daemon.confirm("tips")
        let settled = try await daemon.cashOut(of: "tips", is: "final")
        #expect(daemon.announcements.allSatisfy { $0.type != "cashout.unknown" })
        #expect(try bank.movements().map(\.key) == [settled.reference] && bank.requests() == 2)
        #expect(try await daemon.stop() == 0)
    }

    @Test func `a bank that refuses us is not asked to pay again`() async throws {
        let (home, bank) = try Home.banking([BankedRule("tips")], deposit: 5500)
        try bank.stay(.refused)
        let daemon = try await home.start()
        try await daemon.confirm("tips")
        try await daemon.cashOut(of: "tips", is: "abandoned")
        _ = try await daemon.held(BankedRule("tips"), by: "quote-failed")
        #expect(try bank.movements().isEmpty && bank.requests() == 1)
        #expect(try await daemon.stop() == 0)
    }

    @Test(arguments: [Bank.Character.repeats, .lookup])
    func `what one promise cannot tell the other does, and it is paid once`(character: Bank.Character) async throws {
        let (home, bank) = try Home.banking([BankedRule("tips", character)], deposit: 5500)
        try bank.feel(.failed)
        let daemon = try await home.start()
        try await daemon.confirm("tips")
        let settled = try await daemon.cashOut(of: "tips", is: "final")
        #expect(try bank.movements().map(\.key) == [settled.reference])
        #expect(try bank.requests() == (character == .repeats ? 2 : 1))
        #expect(try await daemon.stop() == 0)
    }

    @Test func `without a promise nothing is sent again, also after a restart: it waits for a person`() async throws {
        var rule = BankedRule("tips", .neither)
        rule.mode = "ask"
        let (home, bank) = try Home.banking([rule], deposit: 10_000)
        try bank.feel(.failed)
        let first = try await home.start()
        try await first.confirm("tips")
        let asked = try await first.cashOut(of: "tips", is: "awaiting-approval")
        #expect(try await home.walletctl("cashout", "approve", asked.id, "--plan", asked.terms.plan).status == 0)
        try await first.cashOut(of: "tips", is: "unknown")
        #expect(try await home.walletctl("status", "--check").status == 22)
        #expect(try await first.stop() == 0)
        let daemon = try await home.start()
        _ = try await daemon.held(rule, by: "in-flight")
        #expect(try await home.walletctl("status", "--check").status == 22)
        #expect(try bank.requests() == 1 && bank.movements().count == 1)
        let evidence = try await daemon.evidence(on: asked.id)
        let words = ["cashout", "resolve", asked.id, "--as", "settled", "--evidence", evidence.evidence]
        let unverified = try await home.walletctl(words)
        #expect(unverified.status == 1 && unverified.errors.contains("--unverified"), "\(unverified)")
        let resolved = try await home.walletctl(words + ["--unverified", "--comment", "it is on my account"])
        #expect(resolved.status == 0, "\(resolved)")
        try await daemon.cashOut(of: "tips", is: "settled")
        let held = try await daemon.held(rule, by: "needs-confirm")
        #expect(held.consent?.state != "given")
        #expect(try await daemon.stop() == 0)
    }
}
