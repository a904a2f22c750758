import ArgumentParser
import WalletAPI
import WalletClient

struct CashOutApproveVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Let a cash-out go ahead, as its plan shows it.",
        discussion: """
            The plan is the one that `walletctl cashout show` shows. If anything that matters has changed since, the \
            daemon refuses and says what.

            Example: walletctl cashout approve 3f2a --plan 9c01
            """)

    @OptionGroup
    var named: CashOutID

    @Option(help: "The plan's id or its beginning.")
    var plan: String

    @OptionGroup
    var global: GlobalOptions

    func validate() throws {
        guard !plan.isEmpty else { throw ValidationError("The plan's id is empty.") }
    }

    func run(in session: Session) throws -> ExitStatus {
        let client = try session.client()
        let id = try named.resolved(client)
        // What does not begin the plan's id is left for the daemon to refuse.
        let shown = try client.cashOut(id).value().terms.plan
        let approval = ApproveRequest(plan: shown.hasPrefix(plan) ? shown : plan)
        return try session.show(try client.approve(id, approval)) { CashOutView.lines($0, on: $1) }
    }
}
