import ArgumentParser
import WalletClient

struct ResumeVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Poll a paused source again.",
        discussion: "Example: walletctl resume tmoney")

    @OptionGroup
    var named: SourceName

    @OptionGroup
    var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        try session.show(try session.client().resume(named.source)) { SourcesView.table([$0]).lines(on: $1) }
    }
}
