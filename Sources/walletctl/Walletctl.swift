import ArgumentParser
import WalletAPI

/// The command line: all verbs by what they are about.
struct Walletctl: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "walletctl",
        abstract: "Ask and steer walletd, the daemon that watches your balances.",
        discussion: """
            A holding is SOURCE/ACCOUNT/ASSET; what is unambiguous may be left out: `tmoney`, `tmoney/card-1234`. The \
            id of an alert, a cash-out or a plan may be shortened to its beginning. On a terminal answers are tables; \
            in a pipe each line is one item, its fields separated by tabs, without headings.

            Exit codes: 0 done, 1 the daemon refused or failed, 64 wrong usage, 65 bad input file, 69 daemon \
            unreachable, 77 not permitted, 78 faults in the configuration.
            """,
        version: Release.version,
        groupedSubcommands: [
            CommandGroup(
                name: "What is and what was",
                subcommands: [
                    StatusVerb.self, SourcesVerb.self, BalancesVerb.self, HistoryVerb.self, EventsVerb.self,
                ]),
            CommandGroup(
                name: "Alerts and rules",
                subcommands: [AlertsVerb.self, AcknowledgeVerb.self, RulesVerb.self, WhyVerb.self]),
            CommandGroup(
                name: "Cash-outs",
                subcommands: [
                    PlanVerb.self, ConfirmVerb.self, CashOutsVerb.self, CashOutCommand.self, ProvidersVerb.self,
                    DestinationsVerb.self, TryProviderVerb.self, ExportVerb.self,
                ]),
            CommandGroup(
                name: "Sources",
                subcommands: [PollVerb.self, PauseVerb.self, ResumeVerb.self, RecordVerb.self]),
            CommandGroup(
                name: "Configuration, backup and shell",
                subcommands: [CheckVerb.self, ReloadVerb.self, BackupVerb.self, CompletionsVerb.self]),
        ])

    /// Taken before a verb as well as after it.
    @OptionGroup(visibility: .hidden)
    var global: GlobalOptions
}
