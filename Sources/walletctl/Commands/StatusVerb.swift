import ArgumentParser
import WalletAPI
import WalletClient

struct StatusVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show how the daemon is.",
        discussion: """
            With --check the exit code says the worst that is the case: 0 all well, 20 an alert is firing, 21 a source \
            is failing or stale, 22 a cash-out waits for a person, 23 degraded, paused or history went back.

            Example: walletctl status --check >/dev/null || echo "walletd wants a look"
            """)

    @Flag(help: "Say by the exit code whether all is well.")
    var check = false

    @OptionGroup
    var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let answer = try session.client().status()
        let shown = try session.show(answer) { StatusView($0).lines(on: $1) }
        return check ? ExitStatus(try answer.value().state) : shown
    }
}

extension ExitStatus {
    init(_ state: OverallState) {
        self =
            switch state {
            case .ok: .done
            case .alertFiring: .alertFiring
            case .sourceFailing: .sourceFailing
            case .cashoutWaiting: .cashoutWaiting
            case .degraded: .degraded
            }
    }
}
