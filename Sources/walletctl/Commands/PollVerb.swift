import ArgumentParser
import WalletClient

struct PollVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "poll",
        abstract: "Read a source now.",
        discussion: """
            A source that waits for a person, because its credential or its options were refused, is tried again too. \
            Its quota holds: where nothing is left of it, the daemon says when it is.

            Example: walletctl poll tmoney
            """)

    @OptionGroup
    var named: SourceName

    @OptionGroup
    var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        try session.show(try session.client().poll(named.source)) { SourcesView.table([$0]).lines(on: $1) }
    }
}
