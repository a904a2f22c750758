import ArgumentParser
import WalletClient

struct PauseVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "pause",
        abstract: "Stop polling a source until it is resumed.",
        discussion: """
            It stays paused across restarts.

            Example: walletctl pause tmoney
            """)

    @OptionGroup
    var named: SourceName

    @OptionGroup
    var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        try session.show(try session.client().pause(named.source)) { SourcesView.table([$0]).lines(on: $1) }
    }
}
