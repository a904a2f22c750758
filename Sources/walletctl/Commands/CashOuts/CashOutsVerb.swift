import ArgumentParser
import WalletAPI
import WalletClient

struct CashOutsVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "cashouts",
        abstract: "List the cash-outs about which something may still be to do, the newest first.",
        discussion: "Example: walletctl cashouts --all")

    @Flag(help: "Also those that are over.")
    var all = false

    @OptionGroup
    var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let client = try session.client()
        return try session.list(
            all ? "There are no cash-outs." : "Nothing is under way.", all ? [] : [QueryParameter(.all, "false")],
            page: client.cashOuts,
            as: CashOutsView.table)
    }
}
