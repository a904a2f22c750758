import ArgumentParser
import WalletAPI
import WalletClient

struct AcknowledgeVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "ack",
        abstract: "Acknowledge a firing alert, so that it is not repeated until it is resolved.",
        discussion: """
            The id stands in the first column of `walletctl alerts`; its beginning is enough.

            Example: walletctl ack 3f2a
            """)

    @Argument(
        help: "The alert's id or its beginning.",
        completion: .shellCommand("walletctl alerts 2>/dev/null | cut -f1"))
    var alert: String

    @OptionGroup
    var global: GlobalOptions

    func validate() throws {
        guard !alert.isEmpty else { throw ValidationError("The alert's id is empty.") }
    }

    func run(in session: Session) throws -> ExitStatus {
        let client = try session.client()
        let answer = try client.acknowledge(try id(client))
        return try session.show(answer) { AlertsView.table([$0]).lines(on: $1) }
    }

    /// The id that begins as given; what matches none is left for the daemon to refuse.
    private func id(_ client: WalletClient) throws -> String {
        let ids = try Paging(fetch: client.alerts).items([]).compactMap(\.id)
        let matches = ids.filter { $0.hasPrefix(alert) }
        guard matches.count <= 1 || matches.contains(alert) else {
            throw Failure(.usage, "`\(alert)` may mean \(matches.count) alerts", hints: Candidates.lines(matches))
        }
        return matches.count == 1 ? matches[0] : alert
    }
}
