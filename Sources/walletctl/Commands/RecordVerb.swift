import ArgumentParser
import WalletAPI
import WalletClient

struct RecordVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record a balance by hand, for a source with the adapter `manual`.",
        discussion: """
            The amount is the whole balance as it is now. A holding that is new is named in full, or by source and \
            account where the amount names its asset.

            Example: walletctl record cards/starbucks 12000 KRW --expires 2027-03-01
            """)

    @Argument(help: "Which holding.")
    var holding: HoldingReference

    @Argument(help: ArgumentHelp("The balance: a number, and its asset where the holding does not name it."))
    var amount: [String]

    @Option(help: ArgumentHelp("The day after which the balance is worth nothing.", valueName: "date"))
    var expires: DayText?

    @OptionGroup
    var global: GlobalOptions

    func validate() throws {
        guard AmountArgument(amount) != nil else {
            throw ValidationError("An amount is a number and its asset, e.g. `12000 KRW` or `12.50 USD`.")
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        guard let amount = AmountArgument(amount) else { throw ExitCode.validationFailure }
        let client = try session.client()
        let path = try path(amount, client)
        let balance = RecordRequest(
            amount: Amount(amount: amount.number.text, asset: path.asset), expires: expires?.text)
        return try session.show(try client.record(path, balance)) { HoldingsView.table([$0]).lines(on: $1) }
    }

    /// With the asset of the amount, source and account are enough for a holding that is not there yet.
    private func path(_ amount: AmountArgument, _ client: WalletClient) throws -> HoldingPath {
        let named = amount.asset.map { holding.completed(with: $0) } ?? holding
        let path = try named.resolved(client)
        guard amount.asset == nil || amount.asset == path.asset else {
            throw Failure(.usage, "`\(path.text)` is not counted in \(amount.asset ?? "")")
        }
        return path
    }
}
