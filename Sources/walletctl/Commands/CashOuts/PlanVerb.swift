import ArgumentParser
import WalletAPI
import WalletClient

struct PlanVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Show what the cash-out rules would move now, and what that costs.",
        discussion: """
            Each line is one cash-out that would be made, with what it costs; where several holdings go together, also \
            what they would cost one by one, and what is saved. Below stands what holds a rule, with numbers, limits and \
            what would clear it. Of a rule that would move nothing, `walletctl why RULE` says why.

            Example: walletctl plan tips
            """)

    @Argument(help: "Only of this rule.", completion: .shellCommand("walletctl rules 2>/dev/null | cut -f1"))
    var rule: String?

    @OptionGroup
    var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let client = try session.client()
        return try session.list(
            "No rule would move anything now; `walletctl why RULE` says why.",
            rule.map { [QueryParameter(.rule, $0)] } ?? [], page: client.plan, lines: PlansView.lines)
    }
}
