import Testing

@testable import walletctl

@Suite struct `Acknowledging an alert` {
    private static func alert(_ id: String) -> String {
        """
        {"id":"\(id)","rule":"low","state":"firing","severity":"warning","source":"a","since":"2026-11-22T10:00:05Z",
         "acknowledged":true,"silenced":false,"frozen":false}
        """
    }

    private static let daemon: @Sendable (FakeDaemon.Request, Int) -> FakeDaemon.Reply = { request, _ in
        .json(
            request.line.hasPrefix("GET")
                ? "{\"items\":[\(alert("3f2a")),\(alert("3f2ab")),\(alert("9c01"))]}" : alert("9c01"))
    }

    @Test(arguments: [
        ("9", "9c01"), ("9c01", "9c01"), ("3f2a", "3f2a"), ("3f2ab", "3f2ab"), ("7", "7"), ("a/b", "a%2Fb"),
    ])
    func `takes the beginning of its id`(given: String, asked: String) async throws {
        try await FakeDaemon.serving(Self.daemon) { daemon in
            let run = try await CommandLineRun("ack \(given)", socket: daemon.socket)
            #expect(run.status == 0)
            #expect(daemon.asked.last == "POST /v1/alerts/\(asked)/acknowledge")
        }
    }

    @Test func `needs to know which`() async throws {
        try await FakeDaemon.serving(Self.daemon) { daemon in
            let run = try await CommandLineRun("ack 3", socket: daemon.socket)
            #expect(run.status == 64)
            #expect(run.errors == "Error: `3` may mean 2 alerts\n  3f2a\n  3f2ab\n")
            #expect(daemon.asked.count == 1)
        }
    }
}
