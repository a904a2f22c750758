import HTTPTypes
import Hummingbird
import JSON
import WalletAPI
import WalletCore
import WalletEngine

/// Looking at cash-outs, and making one.
struct CashOutRoutes {
    let daemon: ControlledDaemon

    var routes: [Route] {
        [
            Route(
                .get, .cashOuts,
                RouteDescription(
                    "The cash-outs with their trails, the newest first.", answer: .init(schema: .page(of: "CashOut"))
                ).taking(.cashOutState, .over, .idPrefix, .limit, .cursor), handle: list),
            Route(
                .post, .cashOuts,
                RouteDescription(
                    "Make a cash-out by hand, which waits for approval. The same Idempotency-Key gives the same one. "
                        + "Where the provider takes one holding at a time there are several: `others` has the rest.",
                    answer: .init(status: .created, schema: .named("CashOut"))
                ).reading(.named("CashOutRequest")).refusing(.notFound, .conflict, .keyReused), handle: make),
            Route(
                .get, .postings,
                RouteDescription(
                    "The ledger of cash-outs, in double entry.", answer: .init(schema: .page(of: "Posting"))
                ).taking(.limit, .cursor), handle: postings),
            Route(
                .get, .cashOut,
                RouteDescription("One cash-out with its trail.", answer: .init(schema: .named("CashOut")))
                    .refusing(.notFound), handle: show),
        ]
    }

    private func list(_ call: Call) async throws -> Response {
        var filter = CashOutFilter()
        filter.states = try call.query.words(.state, of: WalletCore.CashOut.State.Name.self)
        filter.idPrefix = call.query.one(.id) ?? ""
        let page = try call.query.page()
        let listsAll = try call.query.one(.all) == nil || call.query.flag(.all)
        if !listsAll {
            let asked = filter.states
            filter.states = CashOutFilter.live.filter { asked.isEmpty || asked.contains($0) }
        }
        // A glob that no state matches selects nothing, where an empty list would select all.
        guard !filter.states.isEmpty || (call.query.all(.state).isEmpty && listsAll) else {
            return try Response(json: Page<WalletAPI.CashOut>(items: []))
        }
        let found = try await daemon.questions.cashOuts(filter, page: page)
        return try Response(json: Page(found, as: WalletAPI.CashOut.init))
    }

    private func show(_ call: Call) async throws -> Response {
        try Response(json: WalletAPI.CashOut(try await daemon.questions.cashOut(call.segments[0])))
    }

    private func postings(_ call: Call) async throws -> Response {
        let page = try call.query.page()
        let found = try await daemon.questions.postings(page: page)
        return try Response(json: Page(found, as: WalletAPI.Posting.init))
    }

    private func make(_ call: Call) async throws -> Response {
        let request = try call.content(WalletAPI.CashOutRequest.self)
        var demand = CashOutDemand(try request.what, accepting: request.acceptRisk ?? [])
        // However the same body is written, it is encoded the same.
        demand.key = try call.idempotencyKey.map { key in
            (text: key, body: String(decoding: try JSONCoding.encode(request), as: UTF8.self))
        }
        switch try await daemon.commands.newCashOut(demand, by: call.peer.name) {
        case .new(let report): return try Response(json: WalletAPI.CashOut(report), status: .created)
        case .before(let report): return try Response(json: WalletAPI.CashOut(report))
        }
    }
}

extension Call {
    /// As much as a client may need to tell its requests apart.
    private static let keyBytesMax = 128

    /// The header of the same name (draft-ietf-httpapi-idempotency-key-header).
    fileprivate var idempotencyKey: String? {
        get throws(Problem) {
            guard let name = HTTPField.Name("Idempotency-Key"), request.headers.contains(name) else { return nil }
            let values = request.headers[values: name]
            guard values.count == 1, let key = values.first, (1...Self.keyBytesMax).contains(key.utf8.count),
                key.utf8.allSatisfy({ (0x20..<0x7f).contains($0) })
            else {
                throw Problem(
                    .badRequest, "an Idempotency-Key is 1 to \(Self.keyBytesMax) printable characters, and given once")
            }
            return key
        }
    }
}

extension WalletAPI.CashOutRequest {
    fileprivate var what: CashOutDemand.What {
        get throws(Problem) {
            switch (rule, legs, destination) {
            case (let rule?, nil, nil): return .rule(rule)
            case (nil, let legs?, let destination?):
                var demanded: [(holding: HoldingID, amount: String)] = []
                for leg in legs { demanded.append(try leg.demanded) }
                return .legs(demanded, to: destination)
            case (_, _, _):
                throw Problem(.badRequest, "a cash-out is of a `rule`, or of `legs` to a `destination`")
            }
        }
    }
}

extension WalletAPI.CashOutRequest.Leg {
    fileprivate var demanded: (holding: HoldingID, amount: String) {
        get throws(Problem) {
            guard asset == nil || asset == amount.asset else {
                throw Problem(
                    .badRequest,
                    "the amount is of \(SafeText.excerpt(amount.asset)), the leg of \(SafeText.excerpt(asset ?? ""))")
            }
            return (HoldingID(source: source, account: account, asset: amount.asset), amount.amount)
        }
    }
}
