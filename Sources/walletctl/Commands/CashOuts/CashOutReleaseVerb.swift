import ArgumentParser
import WalletClient

struct CashOutReleaseVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Free the holdings of a cash-out that is over and whose balance never moved.",
        discussion: "Example: walletctl cashout release 3f2a")

    @OptionGroup
    var named: CashOutID

    @OptionGroup
    var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let client = try session.client()
        return try session.show(try client.release(try named.resolved(client))) { CashOutView.lines($0, on: $1) }
    }
}
