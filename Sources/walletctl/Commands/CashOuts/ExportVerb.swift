import ArgumentParser
import WalletAPI
import WalletClient

struct ExportVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print the ledger of cash-outs in another program's format.",
        discussion: """
            hledger: a journal with one transaction for each step of a cash-out that moved value, in double entry.

            Example: walletctl export hledger > cashouts.journal && hledger -f cashouts.journal balance
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case hledger
    }

    @Argument(help: "hledger.")
    var format: Format

    @OptionGroup
    var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let paging = Paging(fetch: try session.client().postings)
        guard !global.json else {
            try paging.eachPiece([]) { try session.print(raw: $0[...]) }
            return .done
        }
        switch format {
        case .hledger: try session.print(HledgerJournal(try paging.items([])).lines)
        }
        return .done
    }
}
