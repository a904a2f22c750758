import ArgumentParser
import WalletAPI
import WalletClient

struct AlertsVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "alerts",
        abstract: "List the alerts that are pending or firing.",
        discussion: "Example: walletctl alerts --all")

    @Flag(help: "Also the inactive ones: everything that is watched.")
    var all = false

    @OptionGroup
    var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let client = try session.client()
        return try session.list(
            "No alert is pending or firing.", all ? [QueryParameter(.all, "true")] : [], page: client.alerts,
            as: AlertsView.table)
    }
}
