import ArgumentParser
import WalletAPI
import WalletClient

struct WhyVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Explain what a rule decides: all its reasons, with numbers and limits.",
        discussion: """
            With --at, what a cash-out rule decided then, or an alert rule had announced. The time is a duration before now (90s, 15m, 6h, 30d, 1w), a \
            day (2026-11-22) or an instant (2026-11-22T10:00:00Z), in UTC.

            Example: walletctl why tips --at 2h
            """)

    @OptionGroup
    var named: RuleName

    @Option(help: ArgumentHelp("At which moment; without it, now.", valueName: "time"))
    var at: TimeReference?

    @Option(
        help: ArgumentHelp(
            "Of an alert and a cash-out rule with one name, which; the cash-out without it.", valueName: "type"))
    var type: RuleType?

    @OptionGroup
    var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let query = [at.map { QueryParameter(.at, $0.text) }, type.map { QueryParameter(.type, $0.rawValue) }]
            .compactMap(\.self)
        return try session.show(try session.client().rule(named.rule, query)) { RuleView.lines($0, on: $1) }
    }
}
