import Crypto
import Glibc
import JSON
import WalletAdapters
import WalletCore
import WalletTestSupport

/// A real server on this machine that is an LNbits and somebody's Lightning address at once, and the provider that pays
/// the one from the other. What it answers is what a test puts down; by itself all is well.
final class LightningTown: Sendable {
    struct Answer {
        var status = "200 OK"
        var headers: [String] = []
        var body: String
    }

    static let metadata = #"[["text/plain","Payment to alice"]]"#
    static let key = "6f1c1a5e-3f0e-4d7a-9d55-0c2b7a9f1e77"
    static let hash = String(repeating: "ab", count: 32)
    /// 21,000 sat.
    static let millisatoshi: Int64 = 21_000_000

    let bench: SourceBench
    private let town: TownAnswers
    private let server: LoopbackHTTPServer

    init() throws {
        bench = try SourceBench()
        mkdir(bench.folder.path(of: "credentials"), 0o700)
        let answers = TownAnswers()
        server = try LoopbackHTTPServer { request, connection in
            let answer = answers.next(for: request)
            connection.answer(status: answer.status, headers: answer.headers, body: Array(answer.body.utf8))
            return .keep
        }
        town = answers
        try bench.folder.write("credentials/admin-key", "hush-admin-key\n")
        try bench.folder.write("credentials/alice", "alice@127.0.0.1:\(server.port)\n")
        usual()
    }

    var requests: [String] {
        server.requests.map {
            String($0.line.split(separator: " ").prefix(2).joined(separator: " ").prefix { $0 != "?" })
        }
    }

    func body(of path: String) -> String? {
        server.requests.last { $0.line.hasPrefix("POST \(path) ") }.map { String(decoding: $0.body, as: UTF8.self) }
    }

    func headers(of path: String) -> [String: String]? {
        server.requests.last { $0.line.contains(" \(path)") }?.headers
    }

    private func usual() {
        put("GET /.well-known/lnurlp/alice", Self.terms(callback: server.url("/pay?k=1")))
        put("GET /pay", #"{"pr":"\#(Self.writer().text)","routes":[]}"#)
        put("GET /api/v1/wallet", Self.wallet())
        put("GET /api/v1/payments/fee-reserve", #"{"fee_reserve":210000}"#)
        put("POST /api/v1/payments", status: "201 Created", Self.payment())
        put("GET /api/v1/payments/\(Self.hash)", Self.lookUp())
    }

    /// What a path answers from now on; of several, one after the other, the last for ever.
    func put(_ path: String, status: String = "200 OK", headers: [String] = [], _ bodies: String...) {
        town.put(path, bodies.map { Answer(status: status, headers: headers, body: $0) })
    }

    func put(_ path: String, _ answers: [Answer]) { town.put(path, answers) }

    func url(_ path: String) -> String { server.url(path) }
}

extension LightningTown {
    static func writer() -> InvoiceWriter {
        InvoiceWriter(descriptionHash: Array(SHA256.hash(data: Array(metadata.utf8))))
    }

    static func terms(callback: String, least: Int64 = 1000, most: Int64 = 100_000_000_000) -> String {
        let terms: JSONValue = [
            "tag": "payRequest", "callback": .string(callback), "minSendable": .integer(least),
            "maxSendable": .integer(most), "metadata": .string(metadata), "commentAllowed": 799,
        ]
        return terms.text
    }

    static func wallet(id: String = "w-1", balance: Int64 = 100_000_000) -> String {
        #"{"name":"payer","balance":\#(balance),"id":"\#(id)"}"#
    }

    static func payment(
        _ status: String = "success", amount: Int64 = -millisatoshi, fee: Int64 = -17,
        hash: String = LightningTown.hash,
        preimage: String = "null"
    ) -> String {
        #"{"checking_id":"x","payment_hash":"\#(hash)","wallet_id":"w-1","amount":\#(amount),"fee":\#(fee),"#
            + #""bolt11":"\#(writer().text)","status":"\#(status)","preimage":\#(preimage),"memo":""}"#
    }

    static func lookUp(
        paid: Bool = true, _ status: String = "success", amount: Int64 = -millisatoshi, preimage: String = "null"
    ) -> String {
        let details = payment(status, amount: amount, preimage: preimage)
        return #"{"paid":\#(paid),"status":"\#(status)","preimage":\#(preimage),"details":\#(details)}"#
    }
}

extension LightningTown {
    func order(_ amount: String = "21000 SAT") throws -> PayoutOrder {
        let amount = try bench.amount(amount)
        let leg = Leg(HoldingID(source: "tips", account: "wallet", asset: amount.asset.code), amount)
        return PayoutOrder(legs: [leg], destination: "alice", amount: amount)
    }

    /// Does something with the provider, whose LNbits may be another server.
    func with<Result>(
        payee: String? = nil, timeout: Duration = .seconds(30), now: Timestamp = SourceBench.begun,
        at elsewhere: LoopbackHTTPServer? = nil,
        _ body: (any CashOutProvider) async throws(PortFailure) -> Result
    ) async throws -> Result {
        let definition = LNbitsProviderDefinition(
            server: LNbitsDefinition(url: (elsewhere ?? server).url(""), key: .credential("admin-key")))
        let destination = DestinationDefinition(name: "alice", account: .credential("alice"), payee: payee)
        return try await bench.with(now: now) { context throws(PortFailure) in
            try await body(
                AdapterList.makeProvider(
                    .lnbits(definition), to: destination, settings: PartySettings("node", timeout: timeout),
                    context: context))
        }
    }

    func quote(_ amount: String = "21000 SAT") async throws -> Quote {
        let order = try order(amount)
        return try await with { provider throws(PortFailure) in try await provider.quote(order) }
    }

    func prepare(_ amount: String = "21000 SAT", payee: String? = nil) async throws -> PayoutRequest {
        let order = try order(amount)
        let quote = Quote(fee: try bench.amount("210 SAT"), from: .balance, receives: order.amount)
        return try await with(payee: payee) { provider throws(PortFailure) in
            try await provider.prepare(order, key: Self.key, quote: quote)
        }
    }

    /// Prepares, then sends at `now`.
    func send(now: Timestamp = SourceBench.begun, timeout: Duration = .seconds(30)) async throws -> SendOutcome {
        let request = try await prepare()
        return try await with(timeout: timeout, now: now) { provider throws(PortFailure) in
            await provider.run(request, attempt: .first)
        }
    }

    func status() async throws -> ProviderReply {
        let request = try await prepare()
        return try await with { provider throws(PortFailure) in
            try await provider.status(PayoutInquiry(key: Self.key, body: request.body))
        }
    }
}
