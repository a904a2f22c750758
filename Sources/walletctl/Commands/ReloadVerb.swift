import ArgumentParser
import WalletAPI
import WalletClient

struct ReloadVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "reload",
        abstract: "Have the daemon read its configuration again.",
        discussion: """
            The new configuration takes effect whole or not at all: where it has faults, they are printed, the exit \
            code is 78, and the old one stays in force.

            Example: walletctl check && walletctl reload
            """)

    @OptionGroup
    var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        try session.show(try session.client().reload()) { ReloadView.lines($0, on: $1) }
    }
}
