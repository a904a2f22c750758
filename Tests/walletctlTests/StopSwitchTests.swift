import Testing

@testable import walletctl

@Suite struct `Letting cash-outs go on` {
    private static let held = """
        {"paused":false,"gap":{"until":"2026-11-22T10:00:00Z"},"reasons":[{"code":"history-went-back",
         "message":"The database is older than it was.","since":"2026-11-22T10:00:00Z",
         "clears_when":"an operator runs `walletctl cashout resume --accept-history`"}]}
        """

    private static func run(_ answer: String, _ line: String = "cashout resume") async throws -> CommandLineRun {
        try await FakeDaemon.serving { _, _ in
            .json(answer)
        } _: {
            try await CommandLineRun(line, socket: $0.socket)
        }
    }

    @Test func `says that something else still stops them, and what to do`() async throws {
        let run = try await Self.run(Self.held)
        #expect(run.status == 0)
        let lines = run.output.split(separator: "\n")
        #expect(lines.first == "cash-outs\tstopped")
        #expect(lines.last?.contains("history-went-back") == true)
        #expect(run.errors.contains("Cash-outs are still stopped"))
        #expect(run.errors.contains("walletctl cashout resume --accept-history"))
    }

    @Test func `says so on a terminal`() async throws {
        let lines = try await FakeDaemon.serving { _, _ in
            .json(Self.held)
        } _: {
            try await TerminalRun(
                "cashout resume", socket: $0.socket, columns: 120, environment: ["NO_COLOR": "1"]
            ).lines
        }
        let text = lines.joined(separator: "\n")
        #expect(text.contains("Cash-outs are still stopped"))
        #expect(text.contains("walletctl cashout resume --accept-history"))
    }

    @Test func `says that they go on, and nothing more, where nothing stops them`() async throws {
        let run = try await Self.run(#"{"paused":false,"reasons":[]}"#)
        #expect(run.output == "cash-outs\tgo on\npaused\tno\n")
        #expect(run.errors == "")
    }

    @Test func `leaves a pause, which was asked for, without a warning`() async throws {
        let paused = #"{"paused":true,"reasons":[{"code":"paused","message":"alice paused them."}]}"#
        let run = try await Self.run(paused, "cashout pause")
        #expect(run.output.hasPrefix("cash-outs\tstopped\npaused\tyes\n"))
        #expect(run.errors == "")
    }

    @Test(arguments: [("cashouts", "Nothing is under way."), ("cashouts --all", "There are no cash-outs.")])
    func `and none at all are different things to a list of them`(line: String, remark: String) async throws {
        let lines = try await FakeDaemon.serving { _, _ in
            .json(#"{"items":[]}"#)
        } _: {
            try await TerminalRun(line, socket: $0.socket, columns: 80).lines
        }
        #expect(lines == [remark])
    }
}
