import Testing

@testable import walletctl

@Suite struct `Recording a balance` {
    private static let holding = """
        {"source":"cards","account":"main","asset":"KRW","kind":"gift-card","freshness":"fresh","withdrawal":"none",
         "available":{"amount":"12000","asset":"KRW"}}
        """

    private static let daemon: @Sendable (FakeDaemon.Request, Int) -> FakeDaemon.Reply = { request, _ in
        .json(request.line.hasPrefix("GET") ? "{\"items\":[\(holding)]}" : holding)
    }

    @Test(arguments: [
        "record cards/main/KRW 12000", "record cards/main/KRW 12000 KRW", "record cards/main 12000 KRW",
        "record cards 12000 KRW", "record cards 12000", "record cards/main 12000",
    ])
    func `takes the asset from wherever it is named`(line: String) async throws {
        try await FakeDaemon.serving(Self.daemon) { daemon in
            let run = try await CommandLineRun(line, socket: daemon.socket)
            #expect(run.status == 0)
            #expect(daemon.asked.last == "POST /v1/holdings/cards/main/KRW")
            let body = try #require(daemon.requests.last).text.split(separator: "\r\n").last
            #expect(body == #"{"amount":{"amount":"12000","asset":"KRW"}}"#)
        }
    }

    @Test func `of a new account asks for nothing else`() async throws {
        try await FakeDaemon.serving(Self.daemon) { daemon in
            _ = try await CommandLineRun("record cards/new 12.50 USD --expires 2027-03-01", socket: daemon.socket)
            #expect(daemon.asked == ["POST /v1/holdings/cards/new/USD"])
            let body = try #require(daemon.requests.last).text.split(separator: "\r\n").last
            #expect(body?.contains(#""expires":"2027-03-01""#) == true)
        }
    }

    @Test func `in another asset than the holding's is refused`() async throws {
        try await FakeDaemon.serving(Self.daemon) { daemon in
            let run = try await CommandLineRun("record cards/main/KRW 5 USD", socket: daemon.socket)
            #expect(run.status == 64)
            #expect(run.errors == "Error: `cards/main/KRW` is not counted in USD\n")
            #expect(daemon.asked.isEmpty)
        }
    }

    @Test func `below zero is possible after --`() async throws {
        try await FakeDaemon.serving(Self.daemon) { daemon in
            let run = try await CommandLineRun("record cards/main/KRW -- -5", socket: daemon.socket)
            #expect(run.status == 0)
            let body = try #require(daemon.requests.last).text.split(separator: "\r\n").last
            #expect(body == #"{"amount":{"amount":"-5","asset":"KRW"}}"#)
        }
    }
}
