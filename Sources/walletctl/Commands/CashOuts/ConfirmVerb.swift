import ArgumentParser
import WalletAPI
import WalletClient

struct ConfirmVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Stand behind a cash-out rule as it is now, so that it may act.",
        discussion: """
            It shows the rule, its destination, its provider and the fee, and asks. A script gives the --revision that \
            it has seen in `walletctl why RULE --json`; the daemon refuses any other. A change to the rule, its \
            destination or its provider ends the consent.

            Example: walletctl confirm tips
            """)

    @OptionGroup
    var named: RuleName

    @Option(help: ArgumentHelp("Do not ask: consent to the rule as it was with this revision.", valueName: "hash"))
    var revision: String?

    @OptionGroup
    var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        guard revision != nil || session.canAsk else {
            throw Failure(
                .usage, "nobody can be asked here", hints: ["Give --revision, as `walletctl why RULE --json` has it."])
        }
        let client = try session.client()
        guard let revision = try revision ?? seen(client, session) else {
            throw Failure(.refused, "nothing was confirmed")
        }
        let answer = try client.confirm(named.rule, ConfirmRequest(revision: revision))
        return try session.show(answer) { RuleView.lines($0, on: $1) }
    }

    /// The revision that the person agreed to; `nil` where they did not.
    private func seen(_ client: WalletClient, _ session: Session) throws -> String? {
        let rule = try client.rule(named.rule).value()
        guard let revision = rule.revision, let terms = rule.terms else {
            throw Failure(.refused, "`\(rule.name)` is not a cash-out rule: there is nothing to confirm")
        }
        let destination = try Paging(fetch: client.destinations).items([]).first { $0.name == terms.destination }
        let provider = try Paging(fetch: client.providers).items([]).first { $0.name == destination?.provider }
        try session.explain(ConsentView.lines(rule, destination, provider, on: session.traits))
        return try session.asks("Confirm `\(rule.name)` as shown?") ? revision : nil
    }
}
