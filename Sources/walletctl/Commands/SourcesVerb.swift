import ArgumentParser
import WalletClient

struct SourcesVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "sources",
        abstract: "List the sources: state, last success, next poll, quota, last failure.",
        discussion: "Example: walletctl sources")

    @OptionGroup
    var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let client = try session.client()
        return try session.list("No sources are configured.", page: client.sources, as: SourcesView.table)
    }
}
