import FoundationEssentials
import JSON
import WalletAdapters
import WalletCore
import WalletEngine

/// `walletd --try-provider`: runs a cash-out plugin the way the daemon does, in folders of its own that go afterwards.
struct ProviderCheck {
    private let options: TrialOptions

    /// Longer than any that is used; the daemon's own default is a minute.
    private static let timeout = Provider.timeoutDefault
    private static let name = "trial"
    /// EX_USAGE of sysexits.h.
    private static let usage: Int32 = 64

    init(_ options: TrialOptions) {
        self.options = options
    }

    /// Prints each finding as `VERDICT: ACTION: MESSAGE`; answers the exit status.
    func run() async -> Int32 {
        do throws(TrialFailure) {
            let steps = try await steps()
            for step in steps { StandardOutput.write("\(step.verdict.rawValue): \(step.action): \(step.message)") }
            return steps.contains { $0.verdict == .fault } ? 1 : 0
        } catch {
            StandardError.write("\(error)")
            return Self.usage
        }
    }

    private func steps() async throws(TrialFailure) -> [TrialStep] {
        guard !options.command.isEmpty else { throw TrialFailure("no command is given") }
        let definition = PluginDefinition(command: options.command, options: try pluginOptions())
        let amount = try amount()
        let leg = Leg(HoldingID(source: Self.name, account: Self.name, asset: amount.asset.code), amount)
        let order = PayoutOrder(legs: [leg], destination: Self.name, amount: amount)
        let folder = try TrialFolder(account: options.account)
        defer { folder.remove() }
        let transports = AdapterTransports(now: EngineClock.system.now)
        let context = AdapterContext(
            assets: AssetTable(), directories: folder.directories, transports: transports,
            hash: KeyedHash { $0.flatMap(\.self) })
        let provider = AdapterList.makeProvider(
            .exec(definition), to: DestinationDefinition(name: Self.name, account: folder.account),
            settings: PartySettings(Self.name, timeout: Self.timeout), context: context)
        let trial = ProviderTrial(
            provider, order: order, key: UUID().uuidString.lowercased(),
            extent: options.send ? .payment : .questions)
        let steps = await trial.run()
        await transports.shutDown()
        return steps
    }

    private func amount() throws(TrialFailure) -> Amount {
        do {
            return try Amount.parse(options.amount, assets: AssetTable())
        } catch {
            throw TrialFailure("--amount: \(error)")
        }
    }

    private func pluginOptions() throws(TrialFailure) -> JSONValue {
        let value: JSONValue
        do {
            value = try JSONValue.parse(options.options.utf8)
        } catch {
            throw TrialFailure("--options: \(error)")
        }
        guard value.kind == .object else { throw TrialFailure("--options: a JSON object is wanted") }
        return value
    }
}
