import ArgumentParser

/// What is done with single cash-outs, and with all of them at once.
struct CashOutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cashout",
        abstract: "Make, approve, follow and resolve cash-outs; stop them all.",
        discussion: """
            A cash-out's id stands in the first column of `walletctl cashouts`; its beginning is enough.

            Example: walletctl cashout show 3f2a
            """,
        subcommands: [
            CashOutShowVerb.self, CashOutNewVerb.self, CashOutApproveVerb.self, CashOutRejectVerb.self,
            CashOutResolveVerb.self, CashOutReleaseVerb.self, CashOutPauseVerb.self, CashOutResumeVerb.self,
        ])

    /// Taken before a verb as well as after it.
    @OptionGroup(visibility: .hidden)
    var global: GlobalOptions
}
