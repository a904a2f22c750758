import ArgumentParser
import WalletAPI
import WalletClient

struct BalancesVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "balances",
        abstract: "List the holdings and their balances.",
        discussion: """
            A pattern is SOURCE, SOURCE/ACCOUNT or SOURCE/ACCOUNT/ASSET, each a name or a glob; without one all \
            holdings are listed.

            Example: walletctl balances tmoney 'bank-*/*/KRW'
            """)

    @Argument(help: "Which holdings.")
    var pattern: [HoldingPattern] = []

    @Flag(help: "Also holdings that have been empty or unknown for long, and those of removed sources.")
    var all = false

    @OptionGroup
    var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let client = try session.client()
        let query = HoldingPattern.query(pattern) + (all ? [QueryParameter(.all, "true")] : [])
        return try session.list("No holdings.", query, page: client.holdings, as: HoldingsView.table)
    }
}
