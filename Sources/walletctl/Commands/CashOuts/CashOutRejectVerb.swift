import ArgumentParser
import WalletAPI
import WalletClient

struct CashOutRejectVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "reject",
        abstract: "Turn down a cash-out that waits for approval.",
        discussion: "Example: walletctl cashout reject 3f2a --comment 'too expensive'")

    @OptionGroup
    var named: CashOutID

    @Option(help: ArgumentHelp("Why; it stays in the trail.", valueName: "text"))
    var comment: String?

    @OptionGroup
    var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let client = try session.client()
        let answer = try client.reject(try named.resolved(client), RejectRequest(comment: comment))
        return try session.show(answer) { CashOutView.lines($0, on: $1) }
    }
}
