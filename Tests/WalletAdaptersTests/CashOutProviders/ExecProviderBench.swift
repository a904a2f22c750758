import Glibc
import JSON
import WalletAdapters
import WalletCore
import WalletTestSupport

/// A provider that is a script, and one order for it.
struct ExecProviderBench {
    let bench: SourceBench
    static let account = "KR-110-9876543210"
    static let key = "6f1c1a5e-3f0e-4d7a-9d55-0c2b7a9f1e77"

    init() throws {
        bench = try SourceBench()
        mkdir(bench.folder.path(of: "credentials"), 0o700)
        try bench.folder.write("credentials/my-bank-account", Self.account + "\n")
    }

    func order() throws -> PayoutOrder {
        let legs = [
            Leg(HoldingID(source: "tips", account: "a", asset: "KRW"), try bench.amount("7000 KRW")),
            Leg(HoldingID(source: "tips", account: "b", asset: "KRW"), try bench.amount("3000 KRW")),
        ]
        return PayoutOrder(legs: legs, destination: "my-bank", amount: try bench.amount("10000 KRW"))
    }

    func quote(opaque: String? = "q-1") throws -> Quote {
        var quote = Quote(fee: try bench.amount("500 KRW"))
        quote.opaque = opaque
        return quote
    }

    /// Does something with the provider whose program is the script.
    func with<Result>(
        _ script: String, credentials: [String] = [], timeout: Duration = .seconds(60),
        _ body: (any CashOutProvider) async throws(PortFailure) -> Result
    ) async throws -> Result {
        let definition = PluginDefinition(
            command: [try bench.folder.script(script)], options: ["till": "7"], credentials: credentials)
        return try await with(definition, timeout: timeout, body)
    }

    func with<Result>(
        _ definition: PluginDefinition, timeout: Duration = .seconds(60),
        _ body: (any CashOutProvider) async throws(PortFailure) -> Result
    ) async throws -> Result {
        let destination = DestinationDefinition(name: "my-bank", account: .credential("my-bank-account"))
        return try await bench.with(limits: CommandLimits(grace: .milliseconds(50))) { context throws(PortFailure) in
            try await body(
                AdapterList.makeProvider(
                    .exec(definition), to: destination, settings: PartySettings("acme", timeout: timeout),
                    context: context))
        }
    }

    /// How a run of the script ends.
    func send(
        _ script: String, attempt: PayoutAttempt = .first, timeout: Duration = .seconds(60)
    ) async throws -> SendOutcome {
        let (order, quote) = (try order(), try quote())
        return try await with(script, timeout: timeout) { provider throws(PortFailure) in
            let request = try await provider.prepare(order, key: Self.key, quote: quote)
            return await provider.send(request, attempt: attempt)
        }
    }

    /// What the script says of a request.
    func status(_ script: String, reference: String? = nil) async throws -> ProviderReply {
        let (order, quote) = (try order(), try quote())
        return try await with(script) { provider throws(PortFailure) in
            let request = try await provider.prepare(order, key: Self.key, quote: quote)
            return try await provider.status(
                PayoutInquiry(key: Self.key, reference: reference, body: request.body))
        }
    }
}
