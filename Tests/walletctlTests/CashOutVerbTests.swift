import Testing

@testable import walletctl

@Suite struct `Cash-outs on the command line` {
    /// Knows three cash-outs; any other id it knows as well.
    private static let daemon: @Sendable (FakeDaemon.Request, Int) -> FakeDaemon.Reply = { request, _ in
        let known = [CashOutSamples.first, CashOutSamples.second, CashOutSamples.other]
        if let prefix = request.line.split(separator: "?id=").dropFirst().first?.prefix(while: { $0 != "&" }) {
            let found = known.filter { $0.hasPrefix(prefix) }.map { CashOutSamples.cashOut($0) }
            return .json(#"{"items":[\#(found.joined(separator: ","))]}"#)
        }
        if request.line.hasSuffix("/resolve"), request.body == "{}" { return .json(CashOutSamples.evidence) }
        return .json(CashOutSamples.cashOut(known.first { request.line.contains($0) } ?? CashOutSamples.first))
    }

    @Test(arguments: [
        ("9", CashOutSamples.other), (CashOutSamples.second, CashOutSamples.second), ("7", "7"), ("a/b", "a%2Fb"),
    ])
    func `take the beginning of an id`(given: String, asked: String) async throws {
        try await FakeDaemon.serving(Self.daemon) { daemon in
            let run = try await CommandLineRun("cashout show \(given)", socket: daemon.socket)
            #expect(run.status == 0)
            #expect(daemon.asked.last == "GET /v1/cashouts/\(asked)")
        }
    }

    @Test(arguments: ["show 3f2a", "approve 3 --plan 9", "reject 3f2a0000", "resolve 3f", "release 3f2"])
    func `need to know which`(line: String) async throws {
        try await FakeDaemon.serving(Self.daemon) { daemon in
            let run = try await CommandLineRun("cashout \(line)", socket: daemon.socket)
            #expect(run.status == 64)
            #expect(
                run.errors.contains("may mean 2 cash-outs\n  \(CashOutSamples.first)\n  \(CashOutSamples.second)\n"))
            #expect(daemon.asked.allSatisfy { $0.hasPrefix("GET /v1/cashouts?id=3") })
        }
    }

    @Test(arguments: [("9f86", "9f86d081884c7d65"), ("9f86d081884c7d65", "9f86d081884c7d65"), ("00", "00")])
    func `are approved by the plan that was seen, or by its beginning`(given: String, sent: String) async throws {
        try await FakeDaemon.serving(Self.daemon) { daemon in
            let run = try await CommandLineRun("cashout approve 9c --plan \(given)", socket: daemon.socket)
            #expect(run.status == 0)
            #expect(daemon.asked.last == "POST /v1/cashouts/\(CashOutSamples.other)/approve")
            #expect(daemon.requests.last?.body == #"{"plan":"\#(sent)"}"#)
        }
    }

    @Test(arguments: [
        ("reject 9c --comment no", #"{"comment":"no"}"#), ("reject 9c", "{}"), ("resolve 9c", "{}"),
        (
            "resolve 9c --as rejected --evidence e77 --comment seen --unverified",
            #"{"as":"rejected","comment":"seen","evidence":"e77","unverified":true}"#
        ),
        ("resolve 9c --as settled --evidence e77", #"{"as":"settled","comment":"","evidence":"e77"}"#),
        ("release 9c", ""), ("pause", ""), ("resume", "{}"), ("resume --accept-history", #"{"accept_history":true}"#),
        ("new --rule tips --accept-risk provider-check-due", #"{"accept_risk":["provider-check-due"],"rule":"tips"}"#),
        (
            "new --from tips/main/SAT --amount 20000 --to my-bank",
            #"{"destination":"my-bank","legs":[{"account":"main","amount":{"amount":"20000","asset":"SAT"},"source":"tips"}]}"#
        ),
        (
            "new --from a/b/KRW --amount 1 --from c/d/KRW --amount 2 --to e",
            #"{"destination":"e","legs":[{"account":"b","amount":{"amount":"1","asset":"KRW"},"source":"a"},{"account":"d","amount":{"amount":"2","asset":"KRW"},"source":"c"}]}"#
        ),
    ])
    func `are told to the daemon as they were typed`(line: String, body: String) async throws {
        try await FakeDaemon.serving(Self.daemon) { daemon in
            _ = try await CommandLineRun("cashout \(line) --json", socket: daemon.socket)
            #expect(daemon.requests.last?.body == body)
        }
    }

    @Test func `are the same under the same key`() async throws {
        try await FakeDaemon.serving(Self.daemon) { daemon in
            _ = try await CommandLineRun("cashout new --rule tips --key monday", socket: daemon.socket)
            #expect(daemon.requests.last?.text.contains("\r\nIdempotency-Key: monday\r\n") == true)
            _ = try await CommandLineRun("cashout new --rule tips", socket: daemon.socket)
            #expect(daemon.requests.last?.text.contains("Idempotency-Key") == false)
        }
    }

    @Test(arguments: [
        "cashout new", "cashout new --rule r --from a", "cashout new --from a --to b", "cashout new --rule r --to b",
        "cashout new --from a --amount 1", "cashout new --from a --amount x --to b", "cashout new --rule r --key ü",
        "cashout approve 1", "cashout approve 1 --plan=", "cashout show", "cashout show --",
        "cashout resolve 1 --as settled",
        "cashout resolve 1 --evidence e", "cashout resolve 1 --unverified", "cashout resolve 1 --as lost --evidence e",
        "cashout fly", "export csv", "export", "why tips --at yesterday",
    ])
    func `that cannot be understood are refused before anything is asked`(line: String) async throws {
        try await FakeDaemon.serving(Self.daemon) { daemon in
            let run = try await CommandLineRun(line, socket: daemon.socket)
            #expect(run.status == 64)
            #expect(!run.errors.isEmpty)
            #expect(daemon.asked.isEmpty)
        }
    }

    @Test func `that are new come with the line that approves them`() async throws {
        try await FakeDaemon.serving(Self.daemon) { daemon in
            let run = try await CommandLineRun("cashout new --rule tips", socket: daemon.socket)
            let line = "walletctl cashout approve \(CashOutSamples.first) --plan 9f86d081884c7d65"
            #expect(run.output.hasSuffix("approve\t\(line)\n"))
            let terminal = try await TerminalRun("cashout new --rule tips", socket: daemon.socket, columns: 100)
            #expect(terminal.lines.last == line)
        }
    }

    @Test func `show the provider's word and the line that goes on from it`() async throws {
        try await FakeDaemon.serving(Self.daemon) { daemon in
            let run = try await CommandLineRun("cashout resolve 9c", socket: daemon.socket)
            #expect(run.output == "provider says\tsettled\nmessage\tpaid\nasked\t2026-11-22T10:00:00Z\nevidence\te77\n")
            let terminal = try await TerminalRun("cashout resolve 9c", socket: daemon.socket, columns: 120)
            let line = "walletctl cashout resolve \(CashOutSamples.other) --as OUTCOME --evidence e77"
            #expect(terminal.lines.last == line)
        }
    }

    @Test func `print nothing that could steer a terminal`() async throws {
        try await FakeDaemon.serving(Self.daemon) { daemon in
            let run = try await CommandLineRun("cashout show 9c", socket: daemon.socket)
            #expect(run.output.contains("look\\x1b"))
            #expect(!run.output.contains("\u{1b}"))
        }
    }

    @Test func `plans show what going together saves, and what holds them`() async throws {
        let lines = try await FakeDaemon.serving { _, _ in
            .json(CashOutSamples.bundledPlans)
        } _: {
            try await TerminalRun("plan", socket: $0.socket, columns: 200, environment: ["NO_COLOR": "1"]).lines
        }
        let text = lines.joined(separator: "\n")
        for part in [
            "saves 500.000 SAT of fees: 500.000 SAT together, 1000.000 SAT one by one", "budget-spent",
            "The budget is spent.", "9 SAT",
            "8 SAT",
            "2026-11-22 10:00:00", "it is 2026-11-23T10:00:00Z",
        ] { #expect(text.contains(part), "\(part) in\n\(text)") }
    }

    @Test(arguments: [UInt16(40), 60, 80, 120])
    func `fit the terminal`(columns: UInt16) async throws {
        let answers = [
            ("cashouts", #"{"items":[\#(CashOutSamples.cashOut(CashOutSamples.first))]}"#),
            ("plan", CashOutSamples.plans), ("plan", CashOutSamples.bundledPlans),
            ("providers", CashOutSamples.providers),
            ("destinations", CashOutSamples.destinations), ("why tips", CashOutSamples.rule),
            ("cashout show \(CashOutSamples.first)", CashOutSamples.cashOut(CashOutSamples.first)),
        ]
        for (verb, answer) in answers {
            let lines = try await FakeDaemon.serving { _, _ in
                .json(answer)
            } _: {
                try await TerminalRun(
                    verb, socket: $0.socket, columns: columns, environment: ["NO_COLOR": "1"]
                ).lines
            }
            #expect(lines.count > 1)
            #expect(lines.filter { $0.count > Int(columns) } == [], "\(verb)")
        }
    }

    @Test(arguments: ["plan", "cashouts", "providers", "destinations", "confirm", "export", "why"])
    func `are explained with an example`(verb: String) async throws {
        let run = try await CommandLineRun("\(verb) --help")
        #expect(run.status == 0)
        #expect(run.output.contains("Example: walletctl \(verb)"))
    }

    @Test(arguments: ["show", "new", "approve", "reject", "resolve", "release", "pause", "resume"])
    func `are explained with an example, one by one`(verb: String) async throws {
        let run = try await CommandLineRun("cashout \(verb) --help")
        #expect(run.status == 0)
        #expect(run.output.contains("Example: walletctl cashout \(verb)"))
    }
}

extension FakeDaemon.Request {
    /// What follows the head.
    var body: String {
        text.firstRange(of: "\r\n\r\n").map { String(text[$0.upperBound...]) } ?? ""
    }
}
