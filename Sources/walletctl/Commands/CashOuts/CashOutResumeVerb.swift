import ArgumentParser
import WalletAPI
import WalletClient

struct CashOutResumeVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Let cash-outs go on after a pause.",
        discussion: """
            With --accept-history also after the database went back to an older state: the daemon first asks every \
            provider that can be asked about every cash-out that is open. What stops cash-outs all the same is said, \
            with what to do about it.

            Example: walletctl cashout resume
            """)

    @Flag(help: "Go on with the history that the database has, though it had another.")
    var acceptHistory = false

    @OptionGroup
    var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let client = try session.client(patience: WalletClient.patienceForProviders)
        let request = ResumeCashOutsRequest(acceptHistory: acceptHistory ? true : nil)
        let answer = try client.resumeCashOuts(request)
        let status = try session.show(answer) { StopSwitchView.lines($0, on: $1) }
        if !global.json { try session.explain(StopSwitchView.warning(answer.value(), on: session.traits)) }
        return status
    }
}
