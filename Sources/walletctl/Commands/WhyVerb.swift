import ArgumentParser
import WalletClient

struct WhyVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Explain what a rule decides: all its reasons, with numbers and limits.",
        discussion: "Example: walletctl why low-transit")

    @Argument(help: "The rule's name.", completion: .shellCommand("walletctl rules 2>/dev/null | cut -f1"))
    var rule: String

    @OptionGroup
    var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        try session.show(try session.client().rule(rule)) { RulesView.explanation($0, on: $1) }
    }
}
