import Glibc
import WalletAdapters
import WalletCore
import WalletTestSupport

/// The adapters, beside the running LNbits.
struct LiveBench {
    let lnbits: LiveLNbits
    let folder: TemporaryFolder
    let satoshi: Asset

    init(_ lnbits: LiveLNbits) throws {
        self.lnbits = lnbits
        folder = try TemporaryFolder()
        satoshi = try AssetTable().asset("SAT")
        mkdir(folder.path(of: "credentials"), 0o700)
        try credential("payer-read", lnbits.payer.readKey)
        try credential("payer-admin", lnbits.payer.adminKey)
        try credential("payee-read", lnbits.payee.readKey)
        try credential("poor-admin", lnbits.poor.adminKey)
        try credential("wrong", "00000000000000000000000000000000")
        try credential("payee", "\(lnbits.payee.address)@127.0.0.1:\(lnbits.port)")
    }

    func credential(_ name: String, _ text: String) throws {
        try folder.write("credentials/\(name)", text + "\n")
    }

    static func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    func with<Result>(
        clock ahead: Duration = .zero, _ body: (AdapterContext) async throws -> Result
    ) async throws -> Result {
        let transports = AdapterTransports { Self.now() + ahead }
        let directories = AdapterDirectories(
            state: folder.path, runtime: folder.path(of: "runtime"), credentials: folder.path(of: "credentials"))
        let context = AdapterContext(
            assets: AssetTable(), directories: directories, transports: transports,
            hash: KeyedHash { $0.flatMap(\.self) })
        do {
            let result = try await body(context)
            await transports.shutDown()
            return result
        } catch {
            await transports.shutDown()
            throw error
        }
    }

    func server(_ key: String) -> LNbitsDefinition {
        LNbitsDefinition(url: "http://127.0.0.1:\(lnbits.port)", key: .credential(key))
    }

    /// What the wallet of that key holds, in millisatoshi.
    func balance(_ key: String) async throws -> Int128 {
        try await with { context in
            let settings = SourceSettings(
                name: "tips", adapter: "lnbits", every: .seconds(60), staleAfter: .seconds(180))
            let reading = try await AdapterList.makeSource(.lnbits(server(key)), settings: settings, context: context)?
                .read()
            return reading?.balances.first?.available.units ?? -1
        }
    }

    func order(_ millisatoshi: Int128) -> PayoutOrder {
        let amount = Amount(units: millisatoshi, of: satoshi)
        let leg = Leg(HoldingID(source: "tips", account: "wallet", asset: "SAT"), amount)
        return PayoutOrder(legs: [leg], destination: "payee", amount: amount)
    }

    /// Does something with the provider as of `ahead` from now.
    func pay<Result>(
        key: String = "payer-admin", account: String = "payee", payee: String? = nil, clock ahead: Duration = .zero,
        _ body: (any CashOutProvider) async throws -> Result
    ) async throws -> Result {
        let destination = DestinationDefinition(name: "payee", account: .credential(account), payee: payee)
        return try await with(clock: ahead) { context in
            try await body(
                AdapterList.makeProvider(
                    .lnbits(LNbitsProviderDefinition(server: server(key))), to: destination,
                    settings: PartySettings("node", timeout: .seconds(30)), context: context))
        }
    }

    func prepare(_ millisatoshi: Int128, key: String, account: String = "payee") async throws -> PayoutRequest {
        try await pay(account: account) { provider in
            let order = order(millisatoshi)
            return try await provider.prepare(order, key: key, quote: try await provider.quote(order))
        }
    }

    func send(_ request: PayoutRequest, _ attempt: PayoutAttempt = .first) async throws -> SendOutcome {
        try await pay { provider in await provider.run(request, attempt: attempt) }
    }

    func status(_ request: PayoutRequest, key: String) async throws -> ProviderReply {
        try await pay { provider in try await provider.status(PayoutInquiry(key: key, body: request.body)) }
    }
}
