import Glibc
import Testing
import WalletTestSupport

@testable import walletctl

@Suite struct `An answer` {
    /// An id that cannot be the beginning of another.
    private static let whole = "3f2a0000-0000-4000-8000-000000000000"

    private static let verbs = [
        "status", "sources", "balances", "history a/b/KRW", "alerts", "ack 1", "rules", "why r", "events", "poll a",
        "pause a", "resume a", "record a/b/KRW 1", "reload", "plan", "cashouts", "cashout show \(whole)",
        "cashout reject \(whole)", "cashout resolve \(whole)", "cashout release \(whole)", "cashout new --rule r",
        "cashout pause", "cashout resume", "providers", "destinations", "confirm r --revision 1",
    ]

    @Test(arguments: verbs, ["--json", "before"])
    func `is printed as it is with --json`(verb: String, place: String) async throws {
        let answer = #"{ "items" : [ ],"z":1.50,"ü":"\u001b" ,"later_field":{} }"#
        let line = place == "before" ? "--json \(verb)" : "\(verb) --json"
        let run = try await FakeDaemon.serving { _, _ in
            .json(answer)
        } _: {
            try await CommandLineRun(line, socket: $0.socket)
        }
        #expect(run.output == answer + "\n")
        #expect(run.errors == "")
        #expect(run.status == 0)
    }

    @Test func `that refuses is printed as it is with --json`() async throws {
        let problem = #"{"type":"urn:walletd:not-found","title":"No","status":404,"detail":"no such rule"}"#
        let run = try await FakeDaemon.serving { _, _ in
            .problem(status: 404, problem)
        } _: {
            try await CommandLineRun("why r --json", socket: $0.socket)
        }
        #expect(run.output == problem + "\n")
        #expect(run.errors == "Error: no such rule\n")
        #expect(run.status == 1)
    }

    @Test func `of many pages is asked for to its end`() async throws {
        let page: @Sendable (Int) -> String = { number in
            let rule = #"{"name":"r\#(number)","type":"alert","decision":"inactive","reasons":[]}"#
            return #"{"items":[\#(rule)]\#(number < 2 ? #","next":"c/\#(number)""# : "")}"#
        }
        try await FakeDaemon.serving { _, before in
            .json(page(before % 3))
        } _: { daemon in
            let table = try await CommandLineRun("rules", socket: daemon.socket)
            #expect(table.output.split(separator: "\n").map { $0.prefix(2) } == ["r0", "r1", "r2"])
            let json = try await CommandLineRun("rules --json", socket: daemon.socket)
            let rules = [0, 1, 2].map { #"{"name":"r\#($0)","type":"alert","decision":"inactive","reasons":[]}"# }
            #expect(json.output == #"{"items":[\#(rules.joined(separator: ","))]}"# + "\n")
            #expect(
                daemon.asked.suffix(3) == [
                    "GET /v1/rules?limit=1000", "GET /v1/rules?limit=1000&cursor=c%2F0",
                    "GET /v1/rules?limit=1000&cursor=c%2F1",
                ])
        }
    }

    @Test(arguments: [
        (
            "history tmoney/card-1/KRW --since 7d --until 2026-11-22 --step 1d",
            "GET /v1/holdings/tmoney/card-1/KRW/history?since=7d&until=2026-11-22&step=1d&limit=1000"
        ),
        (
            "history tmoney/a/KRW --until 2026-11-22",
            "GET /v1/holdings/tmoney/a/KRW/history?until=2026-11-22&limit=1000"
        ),
        ("history tmoney/한&?#%/KRW", "GET /v1/holdings/tmoney/%ED%95%9C%26%3F%23%25/KRW/history?since=30d&limit=1000"),
        ("balances --all bank-*/main", "GET /v1/holdings?source=bank-%2A&account=main&all=true&limit=1000"),
        ("balances tmoney bank-*/main", "GET /v1/holdings?holding=tmoney&holding=bank-%2A%2Fmain&limit=1000"),
        ("balances //KRW", "GET /v1/holdings?asset=KRW&limit=1000"),
        ("alerts --all", "GET /v1/alerts?all=true&limit=1000"),
        ("events --since 1h --type alert.*", "GET /v1/events?since=1h&type=alert.%2A&limit=1000"),
        ("poll tmoney", "POST /v1/sources/tmoney/poll"), ("pause a/../b", "POST /v1/sources/a%2F..%2Fb/pause"),
        ("resume tmoney", "POST /v1/sources/tmoney/resume"), ("why low", "GET /v1/rules/low"),
        ("why tips --at 2h", "GET /v1/rules/tips?at=2h"), ("plan tips", "GET /v1/plan?rule=tips&limit=1000"),
        ("plan", "GET /v1/plan?limit=1000"), ("cashouts --all", "GET /v1/cashouts?limit=1000"),
        ("cashouts", "GET /v1/cashouts?all=false&limit=1000"),
        ("cashout show \(whole)", "GET /v1/cashouts/\(whole)"),
        ("cashout reject \(whole)", "POST /v1/cashouts/\(whole)/reject"),
        ("cashout resolve \(whole)", "POST /v1/cashouts/\(whole)/resolve"),
        ("cashout release \(whole)", "POST /v1/cashouts/\(whole)/release"),
        ("cashout pause", "POST /v1/cashouts/pause"), ("cashout resume", "POST /v1/cashouts/resume"),
        ("cashout new --rule tips", "POST /v1/cashouts"), ("providers", "GET /v1/providers?limit=1000"),
        ("destinations", "GET /v1/destinations?limit=1000"), ("export hledger", "GET /v1/postings?limit=1000"),
        ("confirm tips --revision 1", "POST /v1/rules/tips/confirm"), ("reload", "POST /v1/reload"),
        ("status", "GET /v1/status"),
    ])
    func `is asked for by the path and query of its verb`(line: String, request: String) async throws {
        try await FakeDaemon.serving { _, _ in
            .json(#"{"items":[]}"#)
        } _: { daemon in
            _ = try await CommandLineRun("\(line) --json", socket: daemon.socket)
            #expect(daemon.asked.last == request)
        }
    }

    @Test func `is a table on a terminal, within its width`() async throws {
        let sources = """
            {"items":[{"name":"tmoney","adapter":"exec","state":"failing","consecutive_failures":3,
             "last_failure":{"at":"2026-11-22T10:00:05Z","reason":"timeout","message":"no answer within 30s, tried 3 times"}}]}
            """
        let lines = try await FakeDaemon.serving { _, _ in
            .json(sources)
        } _: {
            try await TerminalRun("sources", socket: $0.socket, columns: 60, environment: ["NO_COLOR": "1"]).lines
        }
        #expect(
            lines == [
                "SOURCE  STATE    ADAPTER  FAILURES  REASON",
                "tmoney  failing  exec            3  timeout: no answer with…",
            ])
    }

    @Test func `names the rate sources that cannot be read`() async throws {
        let status = """
            {"version":"1","started":"2026-11-22T10:00:00Z","config":{"path":"/c","sha256":"0"},"schema":1,
             "paused":false,"state":"ok","sources":{},"alerts":{},"cashouts":{},"rate_failures":{
             "ecb":{"at":"2026-11-22T10:00:05Z","reason":"timeout","message":"no answer within 30s"},
             "bank":{"at":"2026-11-22T10:00:05Z","reason":"malformed","message":"no list"}}}
            """
        let lines = try await FakeDaemon.serving { _, _ in
            .json(status)
        } _: {
            try await TerminalRun("status", socket: $0.socket, columns: 80, environment: ["NO_COLOR": "1"]).lines
        }
        #expect(
            lines.filter { $0.hasPrefix("rates") } == [
                "rates          bank: malformed: no list", "rates          ecb: timeout: no answer within 30s",
            ])
    }

    @Test func `is coloured on a terminal`() async throws {
        let status = """
            {"version":"1","started":"2026-11-22T10:00:00Z","config":{"path":"/c","sha256":"0"},"schema":1,
             "paused":false,"state":"degraded","sources":{},"alerts":{},"cashouts":{}}
            """
        let lines = try await FakeDaemon.serving { _, _ in
            .json(status)
        } _: {
            try await TerminalRun("status", socket: $0.socket, columns: 60).lines
        }
        #expect(lines.first == "\u{1b}[2mstate\u{1b}[0m          \u{1b}[31mdegraded\u{1b}[0m")
    }
}
