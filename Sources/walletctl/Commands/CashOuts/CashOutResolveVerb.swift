import ArgumentParser
import WalletAPI
import WalletClient

struct CashOutResolveVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "Say what became of a cash-out whose outcome the daemon does not know.",
        discussion: """
            In two steps: without --as the provider is asked, and what it says is shown with the number of this \
            evidence; then --as says how it ended, on that evidence, within 10 minutes. The daemon refuses what the \
            provider contradicts. Where nobody can be asked, it also takes --unverified.

            Example: walletctl cashout resolve 3f2a
            Example: walletctl cashout resolve 3f2a --as settled --evidence 77ab --comment 'it is on my account'
            """)

    enum Outcome: String, ExpressibleByArgument, CaseIterable {
        case settled
        case rejected
    }

    @OptionGroup
    var named: CashOutID

    @Option(name: .customLong("as"), help: "How it ended: settled (it arrived) or rejected (nothing moved).")
    var outcome: Outcome?

    @Option(help: ArgumentHelp("What the first step gave.", valueName: "id"))
    var evidence: String?

    @Option(help: ArgumentHelp("How you know; it stays in the trail.", valueName: "text"))
    var comment: String?

    @Flag(help: "Nobody could be asked, and you know it yourself.")
    var unverified = false

    @OptionGroup
    var global: GlobalOptions

    func validate() throws {
        switch (outcome, evidence) {
        case (nil, nil):
            guard comment == nil, !unverified else {
                throw ValidationError("--comment and --unverified go with --as and --evidence.")
            }
        case (_?, _?): return
        case (nil, _?), (_?, nil): throw ValidationError("--as and --evidence go together.")
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        let client = try session.client(patience: WalletClient.patienceForProviders)
        let id = try named.resolved(client)
        guard let outcome else {
            return try session.show(try client.evidence(on: id)) { EvidenceView.lines($0, of: id, on: $1) }
        }
        let resolution = ResolveRequest(
            outcome: outcome.rawValue, evidence: evidence, comment: comment ?? "", unverified: unverified ? true : nil)
        return try session.show(try client.resolve(id, resolution)) { CashOutView.lines($0, on: $1) }
    }
}
