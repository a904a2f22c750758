import ArgumentParser
import WalletClient

struct CashOutPauseVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "pause",
        abstract: "Stop all cash-outs: once this is done, nothing is sent any more.",
        discussion: """
            What was sent before is still followed to its end. It stays so across restarts, until \
            `walletctl cashout resume`.

            Example: walletctl cashout pause
            """)

    @OptionGroup
    var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let client = try session.client(patience: WalletClient.patienceForProviders)
        return try session.show(try client.pauseCashOuts()) { StopSwitchView.lines($0, on: $1) }
    }
}
