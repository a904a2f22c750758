import ArgumentParser
import WalletClient

struct ProvidersVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "providers",
        abstract: "List who moves value: fee, limits, processing time, and what speaks against them.",
        discussion: "Example: walletctl providers")

    @OptionGroup
    var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let client = try session.client()
        return try session.list("No providers are configured.", page: client.providers, as: ProvidersView.table)
    }
}
