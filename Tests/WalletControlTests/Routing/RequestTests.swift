import Testing
import WalletAPI

/// What is asked of every request, whatever its route.
@Suite(.timeLimit(.minutes(10)))
struct RequestTests {
    @Test(arguments: [
        "/", "/v1", "/v1/", "/v1/nothing", "/v1/status/", "/v1//status", "/v2/status", "/v1/sources/a/b/c", "*",
    ])
    func `a path that is none is refused`(path: String) async throws {
        try await RunningDaemon.run { daemon in
            let answer = try await daemon.ask("GET", path)
            #expect(answer.status == 404)
            #expect(answer.headers["content-type"] == "application/problem+json")
            let problem: Problem = try answer.value()
            #expect(problem.code == .notFound)
            #expect(problem.status == 404)
            #expect(!problem.title.isEmpty)
            #expect(problem.hint != nil)
        }
    }

    @Test(arguments: [
        ("DELETE", "/v1/status", "GET, HEAD"), ("POST", "/v1/holdings", "GET, HEAD"), ("GET", "/v1/reload", "POST"),
        ("PUT", "/v1/holdings/a/b/C", "POST"), ("OPTIONS", "/v1/sources/a/poll", "POST"),
        ("HEAD", "/v1/reload", "POST"),
    ])
    func `a method that a path does not take is refused`(method: String, path: String, allowed: String) async throws {
        try await RunningDaemon.run { daemon in
            let answer = try await daemon.ask(method, path)
            #expect(answer.status == 405)
            #expect(answer.headers["allow"] == allowed)
            guard method != "HEAD" else { return }
            #expect(try answer.value(Problem.self).code == .methodNotAllowed)
        }
    }

    @Test(arguments: [
        ("/v1/status?x=1", "unknown query parameter `x`", "it takes none"),
        ("/v1/holdings?sorce=a", "unknown query parameter `sorce`", "did you mean `source`?"),
        ("/v1/events?folow=a", "unknown query parameter `folow`", "it takes `after`"),
        ("/v1/sources?limit=0", "`limit` is a number from 1 to 1000", ""),
        ("/v1/sources?limit=1001", "`limit` is a number from 1 to 1000", ""),
        ("/v1/sources?limit=ten", "`limit` is a number from 1 to 1000", ""),
        ("/v1/sources?limit=1&limit=2", "`limit` is given twice", ""), ("/v1/sources?limit=", "`limit` is empty", ""),
        ("/v1/sources?limit", "`limit` in the query", ""), ("/v1/sources?cursor=%25%25", "`cursor` is the `next`", ""),
        ("/v1/holdings?cursor=abcd", "cursor", ""), ("/v1/holdings?source=%zz", "`source=%zz` in the query", ""),
        ("/v1/holdings?source=%ff", "`source=%ff` in the query", ""),
        ("/v1/holdings?kind=gift-cart", "`kind` is never \"gift-cart\"", "did you mean `gift-card`?"),
        ("/v1/holdings?all=yes", "`all` is true or false", ""),
        ("/v1/alerts?state=fired", "`state` is never \"fired\"", "pending, firing, inactive"),
        ("/v1/events?type=alert.fireing", "`type` is never \"alert.fireing\"", "did you mean `alert.firing`?"),
        ("/v1/events?after=-1", "`after` is a number from 0 on", ""), ("/v1/events?since=yesterday", "`since`: ", ""),
        ("/v1/events?since=2026-02-30", "`since`: ", ""), ("/v1/sources/%zz", "`%zz` in the path", ""),
        ("/v1/holdings/cards/a/KRW/history?step=1x", "`step`: ", ""),
        ("/v1/holdings/cards/a/KRW/history?since=1h&until=2h", "since is later than until", ""),
    ])
    func `a query that is not what it must be is refused`(target: String, detail: String, hint: String) async throws {
        try await RunningDaemon.run { daemon in
            try await daemon.record("cards/a/KRW", "5000")
            let answer = try await daemon.ask("GET", target)
            #expect(answer.status == 400)
            let problem: Problem = try answer.value()
            #expect(problem.code == .badRequest)
            #expect(problem.detail.contains(detail))
            #expect(hint.isEmpty || problem.hint?.contains(hint) == true)
        }
    }

    @Test(arguments: ["Origin: http://example.com", "Referer: http://example.com/", "origin: null"])
    func `a request from a web page is refused`(header: String) async throws {
        try await RunningDaemon.run { daemon in
            let answer = try await daemon.ask("GET", "/v1/status", headers: [header])
            #expect(answer.status == 403)
            #expect(try answer.value(Problem.self).code == .fromBrowser)
        }
    }

    @Test func `who sends letters beyond ASCII as they are is told to encode them`() async throws {
        try await RunningDaemon.run { daemon in
            let answer = try await daemon.ask("GET", "/v1/holdings?account=카드")
            #expect(answer.status == 400)
            #expect(try answer.value(Problem.self).hint?.contains("percent-encoded") == true)
        }
    }

    @Test func `a whole URL, another host and HEAD are fine`() async throws {
        try await RunningDaemon.run { daemon in
            #expect(try await daemon.ask("GET", "http://walletd/v1/status").status == 200)
            #expect(try await daemon.ask("GET", "/v1/status?").status == 200)
            let connection = try daemon.connection()
            let head = try await connection.ask("HEAD", "/v1/status")
            let whole = try await connection.ask("GET", "/v1/status")
            #expect(head.headers["content-length"] == "\(whole.body.utf8.count)")
            let stream = try await connection.ask("HEAD", "/v1/events", headers: ["Accept: text/event-stream"])
            #expect(stream.headers["content-type"] == "application/json")
            #expect(try await connection.ask("GET", "/v1/status").status == 200)
        }
    }
}
