import ArgumentParser
import WalletClient

struct DestinationsVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "destinations",
        abstract: "List where cash-outs land: provider, last four of the account, usable from when.",
        discussion: "Example: walletctl destinations")

    @OptionGroup
    var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let client = try session.client()
        return try session.list(
            "No destinations are configured.", page: client.destinations, as: DestinationsView.table)
    }
}
