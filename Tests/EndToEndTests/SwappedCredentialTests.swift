import Glibc
import Testing
import WalletAPI
import WalletTestSupport

/// The credentials of a provider become those of another customer while nobody knows whether it paid.
@Suite(.timeLimit(.minutes(2)))
struct SwappedCredentialTests {
    private let rule = {
        var rule = BankedRule("tips")
        rule.credentials = ["token"]
        return rule
    }()
    private let home: Home
    private let bank: Bank

    init() throws {
        (home, bank) = try Home.banking([rule], deposit: 5500)
        guard mkdir(home.folder.path(of: "credentials"), 0o700) == 0 else { throw SystemCallError("mkdir") }
        try become("alice")
    }

    /// The customer whose token is in force.
    private func become(_ name: String) throws { try home.folder.replace("credentials/token", "\(name)-s3cret") }

    private func start() async throws -> RunningDaemon {
        try await home.start(environment: ["CREDENTIALS_DIRECTORY": home.folder.path(of: "credentials")])
    }

    /// Pays, and learns nothing of it; the bank knows, but not the customer who asks from then on.
    private func paidUnheard(_ daemon: RunningDaemon) async throws -> CashOut {
        try bank.feel(.failed)
        // To say no more than this is no answer.
        try bank.say("needs-user")
        try await daemon.confirm(rule.name)
        let unknown = try await daemon.cashOut(of: rule.name, is: "unknown")
        try become("bob")
        try bank.say(nil)
        return unknown
    }

    @Test func `a payment that another customer does not know of is not paid again`() async throws {
        let daemon = try await start()
        let id = try await paidUnheard(daemon).id
        let told = try await daemon.eventually { _ in
            daemon.announcements.first { $0.message.contains("credentials") || $0.type == "cashout.settled" }
        }
        #expect(told.type == "cashout.unknown")
        #expect(told.message.contains("tips-bank") && told.message.contains("`walletctl cashout resolve \(id)`"))
        let evidence = try await daemon.evidence(on: id)
        #expect(evidence.providerSays == "unknown-key")
        let words = ["cashout", "resolve", id, "--as", "rejected", "--evidence", evidence.evidence]
        let refused = try await home.walletctl(words + ["--comment", "it says so"])
        #expect(refused.status == 1 && refused.errors.contains("credentials"), "\(refused)")
        #expect(try await daemon.cashOut(id).state == "unknown")
        #expect(try bank.movements().count == 1 && bank.requests() == 1)

        try become("alice")
        try await daemon.cashOut(of: rule.name, is: "final")
        #expect(try bank.movements().map(\.key) == [id] && bank.requests() == 1)
        #expect(daemon.announcements.count { $0.message.contains("credentials") } == 1)
        #expect(try await daemon.stop() == 0)
        #expect(!daemon.errors.contains("s3cret"))
    }

    @Test func `a payment whose credentials were replaced for good is resolved by a person, who is told once`()
        async throws
    {
        let first = try await start()
        let id = try await paidUnheard(first).id
        try await first.announced("cashout.unknown", "credentials")
        #expect(try await first.stop() == 0)
        let daemon = try await start()
        let evidence = try await daemon.evidence(on: id)
        let words = ["cashout", "resolve", id, "--as", "settled", "--evidence", evidence.evidence]
        let comment = ["--comment", "it is on the statement"]
        #expect(try await home.walletctl(words + comment).status == 1)
        let resolved = try await home.walletctl(words + comment + ["--unverified"])
        #expect(resolved.status == 0, "\(resolved)")
        #expect(daemon.announcements.allSatisfy { !$0.message.contains("credentials") })
        #expect(try bank.movements().count == 1 && bank.requests() == 1)
        #expect(try await daemon.stop() == 0)
    }
}
