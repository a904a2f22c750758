import ArgumentParser
import WalletClient

struct RulesVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "List the rules with what each decides now.",
        discussion: "Example: walletctl rules")

    @OptionGroup
    var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let client = try session.client()
        return try session.list("No rules are configured.", page: client.rules, as: RulesView.table)
    }
}
