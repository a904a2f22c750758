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
        let every = all ? [QueryParameter(.all, "true")] : []
        let queries = pattern.isEmpty ? [every] : pattern.map { $0.query + every }
        return try session.list(
            "No holdings.", queries, page: client.holdings,
            as: { HoldingsView.table(queries.count > 1 ? Self.distinct($0) : $0) })
    }

    /// Without those that an earlier pattern gave already.
    private static func distinct(_ holdings: [Holding]) -> [Holding] {
        var seen: Set<String> = []
        return holdings.filter { seen.insert(HoldingPath($0).text).inserted }
    }
}
