import ArgumentParser
import WalletAPI
import WalletClient

struct CashOutNewVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a cash-out by hand; it waits for approval.",
        discussion: """
            It prints the plan and the line that approves it. --from, with an --amount each, takes from several \
            holdings in one request where the provider bundles, else in a cash-out for each, all of which are printed. \
            --rule makes what that rule would do. With --key the same line again within 30 days gives the same \
            cash-out.

            Example: walletctl cashout new --from tips --amount '20000 SAT' --to my-bank
            Example: walletctl cashout new --rule tips --accept-risk provider-check-due
            """)

    @Option(help: ArgumentHelp("Which holding gives.", valueName: "holding"))
    var from: [HoldingReference] = []

    @Option(help: ArgumentHelp("How much it gives: a number, and its asset where the holding does not name it."))
    var amount: [String] = []

    @Option(
        help: ArgumentHelp("Where it lands.", valueName: "destination"),
        completion: .shellCommand("walletctl destinations 2>/dev/null | cut -f1"))
    var to: String?

    @Option(help: "What this rule would do.", completion: .shellCommand("walletctl rules 2>/dev/null | cut -f1"))
    var rule: String?

    @Option(help: ArgumentHelp("Go on although this speaks against the provider.", valueName: "reason"))
    var acceptRisk: [String] = []

    @Option(help: ArgumentHelp("What makes this request the same when it is made again.", valueName: "text"))
    var key: String?

    @OptionGroup
    var global: GlobalOptions

    /// As the daemon takes it.
    private static let keyBytesMax = 128

    func validate() throws {
        guard (rule == nil) != from.isEmpty else { throw ValidationError("Give either --from or --rule.") }
        guard rule == nil || (to == nil && amount.isEmpty) else {
            throw ValidationError("--rule says how much goes where: --amount and --to go with --from.")
        }
        guard rule != nil || to != nil else { throw ValidationError("--to is missing: the destination's name.") }
        guard amount.count == from.count else { throw ValidationError("Each --from takes one --amount.") }
        guard amount.allSatisfy({ AmountArgument([$0]) != nil }) else {
            throw ValidationError("An amount is a number and its asset, e.g. `12000 KRW` or `12.50 USD`.")
        }
        guard key.map(Self.isKey) ?? true else {
            throw ValidationError("--key is 1 to \(Self.keyBytesMax) printable characters.")
        }
    }

    private static func isKey(_ text: String) -> Bool {
        (1...keyBytesMax).contains(text.utf8.count) && text.utf8.allSatisfy { (0x20..<0x7f).contains($0) }
    }

    func run(in session: Session) throws -> ExitStatus {
        let client = try session.client(patience: WalletClient.patienceForProviders)
        var request = try request(client)
        request.acceptRisk = acceptRisk.isEmpty ? nil : acceptRisk
        return try session.show(try client.newCashOut(request, idempotencyKey: key)) { cashOut, traits in
            CashOutView.offers([cashOut] + (cashOut.others ?? []), on: traits)
        }
    }

    private func request(_ client: WalletClient) throws -> CashOutRequest {
        if let rule { return CashOutRequest(rule: rule) }
        let legs = try zip(from, amount).map { holding, amount in
            try leg(holding, AmountArgument([amount]), client)
        }
        return CashOutRequest(legs, to: to ?? "")
    }

    private func leg(
        _ holding: HoldingReference, _ amount: AmountArgument?, _ client: WalletClient
    ) throws -> CashOutRequest.Leg {
        guard let amount else { throw ExitCode.validationFailure }
        let path = try (amount.asset.map { holding.completed(with: $0) } ?? holding).resolved(client)
        guard amount.asset == nil || amount.asset == path.asset else {
            throw Failure(.usage, "`\(path.text)` is not counted in \(amount.asset ?? "")")
        }
        return CashOutRequest.Leg(
            source: path.source, account: path.account, amount: Amount(amount: amount.number.text, asset: path.asset))
    }
}
