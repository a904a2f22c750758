import Hummingbird
import WalletAPI
import WalletCore
import WalletEngine

struct HoldingRoutes {
    let daemon: ControlledDaemon

    var routes: [Route] {
        [
            Route(
                .get, .holdings,
                RouteDescription(
                    "The holdings and their balances, by source, account and asset.",
                    answer: .init(schema: .page(of: "Holding"))
                ).taking(.source, .account, .asset, .kind, .holding, .unlisted, .limit, .cursor), handle: list),
            Route(
                .get, .history,
                RouteDescription("What a holding's balance was.", answer: .init(schema: .page(of: "HistoryEntry")))
                    .taking(.since, .until, .step, .limit, .cursor).refusing(.notFound), handle: history),
            Route(
                .post, .holding,
                RouteDescription(
                    "Record a balance by hand, of a source with the adapter manual.",
                    answer: .init(schema: .named("Holding"))
                ).reading(.named("RecordRequest")).refusing(.notFound, .conflict), handle: record),
        ]
    }

    private func list(_ call: Call) async throws -> Response {
        var filter = HoldingFilter()
        filter.sources = call.query.globs(.source)
        filter.accounts = call.query.globs(.account)
        filter.assets = call.query.globs(.asset)
        filter.kinds = try call.query.words(.kind, of: BalanceKind.self)
        filter.patterns = try call.query.holdings()
        filter.includesUnlisted = try call.query.flag(.all)
        let page = try call.query.page()
        // A glob that no kind matches selects nothing, where an empty list would select all.
        guard filter.kinds.isEmpty == call.query.all(.kind).isEmpty else {
            return try Response(json: Page<WalletAPI.Holding>(items: []))
        }
        let found = try await daemon.questions.holdings(filter, page: page)
        return try Response(json: Page(found, as: WalletAPI.Holding.init))
    }

    private func history(_ call: Call) async throws -> Response {
        let now = daemon.now()
        let query = HistoryQuery(
            since: try call.query.instant(.since, now: now), until: try call.query.instant(.until, now: now),
            step: try call.query.duration(.step))
        let page = try call.query.page()
        let found = try await daemon.questions.history(of: call.holding, query, page: page)
        return try Response(json: Page(found, as: HistoryEntry.init))
    }

    private func record(_ call: Call) async throws -> Response {
        let request = try call.content(RecordRequest.self)
        let id = call.holding
        guard request.amount.asset == id.asset else {
            throw Problem(
                .badRequest, "the amount is of \(SafeText.excerpt(request.amount.asset)), the holding of \(id.asset)")
        }
        do throws(NameError) {
            try AccountName.check(id.account)
        } catch {
            throw Problem(.badRequest, "\(error)")
        }
        var record = ManualRecord(holding: id, amount: request.amount.amount)
        do throws(TimeTextError) {
            record.expires = try request.expires.map { text throws(TimeTextError) in try CalendarDate.parse(text) }
        } catch {
            throw Problem(.badRequest, "`expires`: \(error)")
        }
        return try Response(json: WalletAPI.Holding(try await daemon.commands.record(record)))
    }
}

extension Call {
    fileprivate var holding: HoldingID { HoldingID(source: segments[0], account: segments[1], asset: segments[2]) }
}

extension Query {
    fileprivate func holdings() throws(Problem) -> [HoldingFilter.Pattern] {
        var patterns: [HoldingFilter.Pattern] = []
        for text in all(.holding) {
            guard let pattern = HoldingFilter.Pattern(text) else {
                throw Problem(
                    .badRequest,
                    "`holding` is SOURCE, SOURCE/ACCOUNT or SOURCE/ACCOUNT/ASSET,"
                        + " not \"\(SafeText.excerpt(text))\"")
            }
            patterns.append(pattern)
        }
        return patterns
    }
}
