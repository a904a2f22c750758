import Crypto
import JSON
import WalletCore

/// Pays a Lightning address from a wallet on an LNbits server.
///
/// An invoice is fetched once for each cash-out and is its request: it can be paid once, whoever tries how often.
struct LNbitsProvider: CashOutProvider {
    let definition: LNbitsProviderDefinition
    let destination: DestinationDefinition
    let timeout: Duration
    let context: AdapterContext

    /// What the lifetime of an invoice is where it says nothing; each request knows its own.
    private static let lifetime = Duration.seconds(3600)

    func describe() async throws(PortFailure) -> ProviderPromise {
        ProviderPromise(idempotency: .limited(Self.lifetime), lookup: .byKey)
    }

    func quote(_ order: PayoutOrder) async throws(PortFailure) -> Quote {
        let millisatoshi = try millisatoshi(of: order)
        try check(millisatoshi, against: try await service(for: order, steps: 1).terms())
        return Quote(fee: try reserve(of: order.amount), from: .balance, receives: order.amount)
    }

    /// The server's own reserve for the real invoice must not be above what was quoted, or the limits that the quote
    /// was checked against would be broken.
    func prepare(_ order: PayoutOrder, key: String, quote: Quote) async throws(PortFailure) -> PayoutRequest {
        let millisatoshi = try millisatoshi(of: order)
        let service = try service(for: order, steps: 5)
        let terms = try await service.terms()
        try check(millisatoshi, against: terms)
        let invoice = try await service.invoice(millisatoshi, on: terms)
        let check = LightningInvoiceCheck(
            millisatoshi: millisatoshi, descriptionHash: Array(SHA256.hash(data: Array(terms.metadata.utf8))),
            network: definition.network, now: context.transports.now(), timeout: timeout)
        let lifetime = try check.lifetime(of: invoice)
        let server = server(steps: 5)
        try await checkPayee(of: invoice, on: server)
        let reserve = try await server.reserve(for: invoice)
        try checkReserve(reserve, against: quote)
        guard let wallet = try await server.wallet().id else {
            throw PortFailure(.refusedCredential, "\(definition.server.key) can read the wallet but not pay from it")
        }
        let payout = LNbitsPayout(invoice: invoice, key: key, wallet: wallet, reserve: reserve)
        return PayoutRequest(
            body: payout.text, hash: context.hash.of(Array(payout.text.utf8)), keyLifetime: .limited(lifetime))
    }
}

extension LNbitsProvider {
    /// All steps of one call share its time.
    func server(steps: Int, of share: Int = 1) -> LNbitsServer {
        LNbitsServer(
            definition: definition.server, timeout: timeout * share / steps,
            credentials: Credentials(directory: context.directories.credentials), transport: context.transports.http)
    }

    private func service(for order: PayoutOrder, steps: Int) throws(PortFailure) -> PayService {
        guard order.destination == destination.name else {
            throw PortFailure(.misconfigured, "the order is for \(order.destination), not for \(destination.name)")
        }
        let credentials = Credentials(directory: context.directories.credentials)
        return PayService(
            destination: destination.name, account: try ResolvedAccount(destination, from: credentials),
            transport: context.transports.http, timeout: timeout / steps)
    }

    private func millisatoshi(of order: PayoutOrder) throws(PortFailure) -> Int64 {
        let satoshi = try Millisatoshi.asset(in: context.assets)
        guard order.amount.asset == satoshi else {
            throw PortFailure(.misconfigured, "Lightning moves SAT, not \(order.amount.asset.code)")
        }
        guard order.amount.units > 0, let millisatoshi = Int64(exactly: order.amount.units) else {
            throw PortFailure(.misconfigured, "\(order.amount) cannot be sent")
        }
        return millisatoshi
    }

    private func check(_ millisatoshi: Int64, against terms: PayRequest) throws(PortFailure) {
        guard terms.range.contains(millisatoshi) else {
            throw PortFailure(
                .failed,
                "\(destination.name) takes \(terms.range.lowerBound) to \(terms.range.upperBound) millisatoshi,"
                    + " not \(millisatoshi)")
        }
    }

    /// What LNbits keeps back where nobody changed it.
    private static let reservePercent = "1%"
    private static let reserveMinimum: Int128 = 2000

    private func reserve(of amount: Amount) throws(PortFailure) -> Amount {
        do {
            let usual = FeeTable(
                percent: try Percentage.parse(Self.reservePercent),
                minimum: Amount(units: Self.reserveMinimum, of: amount.asset))
            return try (definition.reserve ?? usual).fee(of: amount, by: RateTable())
        } catch {
            throw PortFailure(.misconfigured, "fee: \(error)")
        }
    }

    private func checkReserve(_ reserve: Int64, against quote: Quote) throws(PortFailure) {
        guard Int128(reserve) <= quote.fee.units else {
            throw PortFailure(
                .failed,
                "the server keeps \(reserve) millisatoshi back for the fee, more than the \(quote.fee) that was quoted;"
                    + " fee says how it reckons")
        }
    }

    /// Where the invoice names no payee it is in the signature, and the server that will pay reads it from there.
    private func checkPayee(of invoice: LightningInvoice, on server: LNbitsServer) async throws(PortFailure) {
        guard let pinned = destination.payee else { return }
        let payee: String
        if let named = invoice.payee {
            payee = Hexadecimal.text(named)
        } else {
            payee = try await server.payee(of: invoice)
        }
        guard payee == pinned.lowercased() else {
            throw PortFailure(
                .misconfigured, "the invoice of \(destination.name) is to be paid to another node than its payee says")
        }
    }
}
