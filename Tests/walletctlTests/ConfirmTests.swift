import Testing

@testable import walletctl

@Suite struct `Confirming a rule` {
    private static let daemon: @Sendable (FakeDaemon.Request, Int) -> FakeDaemon.Reply = { request, _ in
        switch request.line.split(separator: " ").last?.prefix(while: { $0 != "?" }) {
        case "/v1/providers": .json(CashOutSamples.providers)
        case "/v1/destinations": .json(CashOutSamples.destinations)
        case _: .json(CashOutSamples.rule)
        }
    }

    @Test func `shows rule, destination, provider and fee, and asks`() async throws {
        try await FakeDaemon.serving(Self.daemon) { daemon in
            let run = try await TerminalRun(
                "confirm tips", socket: daemon.socket, columns: 100, environment: ["NO_COLOR": "1"], typing: "y\n")
            #expect(run.status == 0)
            #expect(daemon.asked.last == "POST /v1/rules/tips/confirm")
            #expect(daemon.requests.last?.body == #"{"revision":"ab12"}"#)
            let text = run.lines.joined(separator: "\n")
            for seen in [
                "tips", "ask", "50000.000 SAT", "5000.000 SAT", "5% and 1000 KRW", "my-bank, account ...6789",
                "acme (exec)", "1.5% + 500 KRW", "acme was last checked", "Confirm `tips` as shown? [y/N]",
            ] {
                #expect(text.contains(seen), "\(seen)")
            }
        }
    }

    @Test(arguments: ["n\n", "\n", "yeah\n", "\u{4}"])
    func `does nothing unless the answer is yes`(typed: String) async throws {
        try await FakeDaemon.serving(Self.daemon) { daemon in
            let run = try await TerminalRun("confirm tips", socket: daemon.socket, columns: 100, typing: typed)
            #expect(run.status == 1)
            #expect(run.lines.last?.hasSuffix("Error: nothing was confirmed") == true)
            #expect(daemon.asked.allSatisfy { $0.hasPrefix("GET ") })
        }
    }

    @Test func `asks nobody where nobody is there`() async throws {
        try await FakeDaemon.serving(Self.daemon) { daemon in
            let run = try await CommandLineRun("confirm tips", socket: daemon.socket)
            #expect(run.status == 64)
            #expect(run.errors.contains("--revision"))
            #expect(daemon.asked.isEmpty)
        }
    }

    @Test func `by a revision asks nothing`() async throws {
        try await FakeDaemon.serving(Self.daemon) { daemon in
            let run = try await CommandLineRun("confirm tips --revision ab12", socket: daemon.socket)
            #expect(run.status == 0)
            #expect(daemon.asked == ["POST /v1/rules/tips/confirm"])
        }
    }

    @Test func `is for cash-out rules`() async throws {
        let alert = #"{"name":"low","type":"alert","decision":"inactive","reasons":[]}"#
        try await FakeDaemon.serving { _, _ in
            .json(alert)
        } _: { daemon in
            let run = try await TerminalRun("confirm low", socket: daemon.socket, columns: 100, typing: "y\n")
            #expect(run.status == 1)
            #expect(daemon.asked == ["GET /v1/rules/low"])
        }
    }
}
