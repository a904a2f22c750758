import Testing
import WalletClient

@testable import walletctl

@Suite struct `A holding's short name` {
    private static let known = [
        HoldingPath(source: "tmoney", account: "card-1", asset: "KRW"),
        HoldingPath(source: "tmoney", account: "card-2", asset: "KRW"),
        HoldingPath(source: "bank", account: "main", asset: "KRW"),
        HoldingPath(source: "bank", account: "main", asset: "USD"),
        HoldingPath(source: "cards", account: "main", asset: "KRW"),
        HoldingPath(source: "odd", account: "bank", asset: "BTC"),
    ]

    @Test(arguments: [
        ("cards", ["cards/main/KRW"]), ("tmoney/card-1", ["tmoney/card-1/KRW"]), ("card-2", ["tmoney/card-2/KRW"]),
        ("bank/USD", ["bank/main/USD"]), ("bank//USD", ["bank/main/USD"]), ("BTC", ["odd/bank/BTC"]),
        ("tmoney", ["tmoney/card-1/KRW", "tmoney/card-2/KRW"]), ("bank", ["bank/main/KRW", "bank/main/USD"]),
        ("main/USD", ["bank/main/USD"]), ("nothing", []), ("tmoney/card-3", []), ("card", []),
    ])
    func `means what begins so, else what contains it`(name: String, meant: [String]) throws {
        let reference = try #require(HoldingReference(argument: name))
        #expect(reference.matches(Self.known).map(\.text) == meant)
    }

    private static let list = """
        {"items":[{"source":"tmoney","account":"card-1","asset":"KRW","kind":"prepaid","freshness":"fresh",
          "withdrawal":"none","available":{"amount":"1","asset":"KRW"}},
         {"source":"tmoney","account":"card-2","asset":"KRW","kind":"prepaid","freshness":"fresh",
          "withdrawal":"none","available":{"amount":"1","asset":"KRW"}}]}
        """

    @Test func `that may mean several is refused with them`() async throws {
        let run = try await FakeDaemon.serving { _, _ in
            .json(Self.list)
        } _: {
            try await CommandLineRun("history tmoney", socket: $0.socket)
        }
        #expect(run.status == 64)
        #expect(
            run.errors == """
                Error: `tmoney` may mean 2 holdings
                  tmoney/card-1/KRW
                  tmoney/card-2/KRW

                """)
    }

    @Test func `that means nothing is refused`() async throws {
        let run = try await FakeDaemon.serving { _, _ in
            .json(#"{"items":[]}"#)
        } _: {
            try await CommandLineRun("history tmony", socket: $0.socket)
        }
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("Error: no holding matches `tmony`\n"))
    }

    @Test func `that is unambiguous is asked about in full`() async throws {
        try await FakeDaemon.serving { request, _ in
            request.line.contains("/history") ? .json(#"{"items":[]}"#) : .json(Self.list)
        } _: { daemon in
            let run = try await CommandLineRun("history tmoney/card-2", socket: daemon.socket)
            #expect(run.status == 0)
            #expect(
                daemon.asked == [
                    "GET /v1/holdings?source=tmoney&all=true&limit=1000",
                    "GET /v1/holdings/tmoney/card-2/KRW/history?since=30d&limit=1000",
                ])
        }
    }
}
