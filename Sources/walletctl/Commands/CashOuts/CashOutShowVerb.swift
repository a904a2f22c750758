import ArgumentParser
import WalletClient

struct CashOutShowVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a cash-out: what it moves, what it costs, and every step it took.",
        discussion: "Example: walletctl cashout show 3f2a")

    @OptionGroup
    var named: CashOutID

    @OptionGroup
    var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let client = try session.client()
        return try session.show(try client.cashOut(try named.resolved(client))) { CashOutView.lines($0, on: $1) }
    }
}
