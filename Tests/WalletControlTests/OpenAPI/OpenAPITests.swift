import JSON
import Testing
import WalletAPI

/// Whether the description of the API is what the running daemon does.
@Suite(.timeLimit(.minutes(10)))
struct OpenAPITests {
    @Test func `every route that there must be is described, and no other`() async throws {
        try await withDescription { _, description in
            let routes = description["paths"]?.names.flatMap { path in
                (description["paths"]?[path]?.names ?? []).map { "\($0.uppercased()) \(path)" }
            }
            #expect(
                routes == [
                    "GET /v1/alerts", "POST /v1/alerts/{id}/acknowledge", "POST /v1/backup", "GET /v1/cashouts",
                    "POST /v1/cashouts",
                    "POST /v1/cashouts/pause", "POST /v1/cashouts/resume", "GET /v1/cashouts/{id}",
                    "POST /v1/cashouts/{id}/approve", "POST /v1/cashouts/{id}/reject",
                    "POST /v1/cashouts/{id}/release", "POST /v1/cashouts/{id}/resolve", "GET /v1/destinations",
                    "GET /v1/events", "GET /v1/holdings",
                    "POST /v1/holdings/{source}/{account}/{asset}",
                    "GET /v1/holdings/{source}/{account}/{asset}/history", "GET /v1/openapi.json", "GET /v1/plan",
                    "GET /v1/postings", "GET /v1/providers", "POST /v1/reload",
                    "GET /v1/rules", "GET /v1/rules/{name}", "POST /v1/rules/{name}/confirm", "GET /v1/sources",
                    "GET /v1/sources/{name}",
                    "POST /v1/sources/{name}/pause", "POST /v1/sources/{name}/poll", "POST /v1/sources/{name}/resume",
                    "GET /v1/status",
                ])
        }
    }

    @Test func `every route answers as described`() async throws {
        try await withDescription { daemon, description in
            let check = SchemaCheck(description: description)
            for call in try await calls(daemon) + cashOutCalls(daemon) {
                let operation = try #require(description["paths"]?[call.path]?[call.method.lowercased()])
                let answer = try await daemon.ask(call.method, call.target, body: call.body)
                let described = try #require(operation["responses"]?["\(answer.status)"], "\(call) \(answer.status)")
                let type = try #require(answer.headers["content-type"])
                let schema = try #require(described["content"]?[type]?["schema"], "\(call) \(type)")
                guard call.path != Endpoint.openAPI.template else { continue }
                #expect(check.faults(of: try answer.json(), by: schema, at: "\(call)") == [])
                #expect(answer.status == call.status, "\(call)")
            }
        }
    }

    @Test func `every described parameter is taken, and no other`() async throws {
        let values = [
            "limit": "1", "cursor": "", "source": "a", "account": "a", "asset": "KRW", "kind": "points", "all": "true",
            "since": "1h", "until": "0s", "step": "1h", "state": "firing", "after": "0", "type": "alert.firing",
            "id": "a", "rule": "a", "at": "1h",
        ]
        try await withDescription { daemon, description in
            for path in description["paths"]?.names ?? [] {
                guard let get = description["paths"]?[path]?["get"] else { continue }
                let described = (get["parameters"]?.elements ?? []).filter { $0["in"]?.text == "query" }
                    .compactMap { $0["name"]?.text }
                for (name, value) in values {
                    let problem = try await daemon.ask("GET", "\(filled(path))?\(name)=\(value)")
                    let isUnknown = problem.body.contains("unknown query parameter")
                    #expect(isUnknown != described.contains(name), "\(path)?\(name)")
                }
            }
        }
    }

    @Test func `what is not described is not a method of a path`() async throws {
        try await withDescription { daemon, description in
            for path in description["paths"]?.names ?? [] {
                let described = description["paths"]?[path]?.names.map { $0.uppercased() } ?? []
                for method in ["GET", "POST", "PUT", "DELETE", "PATCH"] where !described.contains(method) {
                    let answer = try await daemon.ask(method, filled(path))
                    #expect(answer.status == 405, "\(method) \(path)")
                    #expect(answer.headers["allow"]?.hasPrefix(described[0]) == true)
                }
            }
        }
    }

    private func withDescription(_ body: (RunningDaemon, JSONValue) async throws -> Void) async throws {
        try await PayingDaemon.run { paying in
            let answer = try await paying.daemon.ask("GET", "/v1/openapi.json")
            #expect(answer.status == 200)
            try await body(paying.daemon, try answer.json())
        }
    }

    private func filled(_ path: String) -> String {
        ["source": "cards", "account": "a", "asset": "KRW", "name": "tmoney", "id": "a"].reduce(path) { path, value in
            path.replacing("{\(value.key)}", with: value.value)
        }
    }
}

extension OpenAPITests {
    /// One call of a described route, and the status that it must have.
    private struct Call: CustomStringConvertible {
        let method: String
        let path: String
        let target: String
        var body: String?
        let status: Int

        var description: String { "\(method) \(target)" }
    }

    private func call(_ method: String, _ endpoint: Endpoint, _ target: String, _ status: Int) -> Call {
        Call(method: method, path: endpoint.template, target: target, status: status)
    }

    /// Calls that succeed and calls that are refused, of every route.
    private func calls(_ daemon: RunningDaemon) async throws -> [Call] {
        try await daemon.record("cards/a/KRW", "2500")
        let alerts: Page<Alert> = try await daemon.value("/v1/alerts")
        let id = try #require(alerts.items.first?.id)
        var record = call("POST", .holding, "/v1/holdings/cards/b/KRW", 200)
        record.body = #"{"amount":{"amount":"9000","asset":"KRW"},"expires":"2027-03-01"}"#
        let history = "/v1/holdings/cards/a/KRW/history"
        return [
            call("GET", .status, "/v1/status", 200), call("GET", .sources, "/v1/sources?limit=1", 200),
            call("GET", .source, "/v1/sources/cards", 200), call("GET", .source, "/v1/sources/x", 404),
            call("POST", .poll, "/v1/sources/tmoney/poll", 202), call("POST", .poll, "/v1/sources/cards/poll", 409),
            call("POST", .pause, "/v1/sources/tmoney/pause", 200), call("POST", .pause, "/v1/sources/x/pause", 404),
            call("POST", .resume, "/v1/sources/tmoney/resume", 200), call("POST", .resume, "/v1/sources/x/resume", 404),
            record, call("POST", .holding, "/v1/holdings/cards/b/KRW", 400),
            call("GET", .holdings, "/v1/holdings", 200),
            call("GET", .holdings, "/v1/holdings?limit=1&kind=gift-card", 200), call("GET", .history, history, 200),
            call("GET", .history, "\(history)?step=1h", 200),
            call("GET", .history, "/v1/holdings/x/a/KRW/history", 404),
            call("GET", .alerts, "/v1/alerts?all=true", 200), call("GET", .alerts, "/v1/alerts?state=x", 400),
            call("POST", .acknowledge, "/v1/alerts/\(id)/acknowledge", 200),
            call("POST", .acknowledge, "/v1/alerts/x/acknowledge", 404), call("GET", .rules, "/v1/rules", 200),
            call("GET", .rule, "/v1/rules/low", 200), call("GET", .rule, "/v1/rules/x", 404),
            call("GET", .events, "/v1/events", 200), call("POST", .reload, "/v1/reload", 200),
            call("GET", .openAPI, "/v1/openapi.json", 200),
            call(.backup, "/v1/backup", 200, body: #"{"name":"mine.db"}"#),
            call(.backup, "/v1/backup", 409, body: #"{"name":"mine.db"}"#),
        ]
    }

    private func call(
        _ endpoint: Endpoint, _ target: String, _ status: Int, body: String
    ) -> Call {
        Call(method: "POST", path: endpoint.template, target: target, body: body, status: status)
    }

    /// Those about cash-outs, of which one waits for approval.
    private func cashOutCalls(_ daemon: RunningDaemon) async throws -> [Call] {
        let rule: Rule = try await daemon.value("/v1/rules/sweep")
        let made = try await daemon.ask("POST", "/v1/cashouts", body: PayingDaemon.demand)
        let cashOut: CashOut = try made.value()
        let path = "/v1/cashouts/\(cashOut.id)"
        return [
            call("GET", .rule, "/v1/rules/sweep", 200), call("GET", .plan, "/v1/plan", 200),
            call("GET", .plan, "/v1/plan?rule=x", 404), call("GET", .providers, "/v1/providers", 200),
            call("GET", .destinations, "/v1/destinations", 200),
            call(.confirm, "/v1/rules/sweep/confirm", 409, body: #"{"revision":"0"}"#),
            call(.confirm, "/v1/rules/sweep/confirm", 200, body: #"{"revision":"\#(rule.revision ?? "")"}"#),
            call(.cashOuts, "/v1/cashouts", 409, body: PayingDaemon.demand),
            call("GET", .cashOuts, "/v1/cashouts", 200), call("GET", .cashOut, path, 200),
            call("GET", .cashOut, "/v1/cashouts/x", 404),
            call(.approve, "\(path)/approve", 409, body: #"{"plan":"0"}"#),
            call(.resolve, "\(path)/resolve", 409, body: "{}"), call(.release, "\(path)/release", 409, body: "{}"),
            call(.approve, "\(path)/approve", 200, body: #"{"plan":"\#(cashOut.terms.plan)"}"#),
            call(.reject, "\(path)/reject", 409, body: "{}"), call("GET", .postings, "/v1/postings", 200),
            call("POST", .pauseCashOuts, "/v1/cashouts/pause", 200),
            call("POST", .resumeCashOuts, "/v1/cashouts/resume", 200),
        ]
    }
}
