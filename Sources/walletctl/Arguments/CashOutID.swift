import ArgumentParser
import WalletAPI
import WalletClient

/// The cash-out that a verb is about.
struct CashOutID: ParsableArguments {
    @Argument(
        help: "The cash-out's id or its beginning.",
        completion: .shellCommand("walletctl cashouts 2>/dev/null | cut -f1"))
    var id: String

    /// Ids are UUIDs (RFC 9562): one of this length is whole.
    private static let wholeBytes = 36

    func validate() throws {
        guard !id.isEmpty else { throw ValidationError("The cash-out's id is empty.") }
    }

    /// The id that begins as given; what matches none is left for the daemon to refuse.
    func resolved(_ client: WalletClient) throws -> String {
        guard id.utf8.count < Self.wholeBytes else { return id }
        let found = try Paging(fetch: client.cashOuts).items([QueryParameter(.id, id)])
        let matches = found.map(\.id)
        guard matches.count <= 1 || matches.contains(id) else {
            throw Failure(.usage, "`\(id)` may mean \(matches.count) cash-outs", hints: Candidates.lines(matches))
        }
        return matches.contains(id) ? id : matches.first ?? id
    }
}
