import Testing

@testable import walletctl

@Suite struct `Cash-outs that were made together` {
    private static let made = CashOutSamples.cashOut(CashOutSamples.first).replacing(
        #""state":"#, with: #""others":[\#(CashOutSamples.cashOut(CashOutSamples.other))],"state":"#, maxReplacements: 1
    )
    private static let line = "cashout new --from tips/c/KRW --amount 1000 --from tips/d/KRW --amount 2000 --to my-bank"

    private static func approval(_ id: String) -> String { "walletctl cashout approve \(id) --plan 9f86d081884c7d65" }

    @Test(arguments: [line, line + " --key monday"])
    func `all come with their plan and the line that approves them, in a pipe`(line: String) async throws {
        let run = try await FakeDaemon.serving { _, _ in
            .json(Self.made)
        } _: {
            try await CommandLineRun(line, socket: $0.socket)
        }
        #expect(run.status == 0)
        let lines = run.output.split(separator: "\n")
        for id in [CashOutSamples.first, CashOutSamples.other] {
            #expect(lines.contains("cash-out\t\(id)"))
            #expect(lines.contains("approve\t\(Self.approval(id))"))
        }
        #expect(lines.filter { $0.hasPrefix("net\t") }.count == 2)
    }

    @Test func `all come with their plan and the line that approves them, on a terminal`() async throws {
        let lines = try await FakeDaemon.serving { _, _ in
            .json(Self.made)
        } _: {
            try await TerminalRun(Self.line, socket: $0.socket, columns: 120, environment: ["NO_COLOR": "1"]).lines
        }
        for id in [CashOutSamples.first, CashOutSamples.other] {
            #expect(lines.contains(Self.approval(id)), "\(lines)")
        }
        #expect(lines.filter { $0.hasPrefix("net ") }.count == 2)
    }

    @Test func `are one answer with --json`() async throws {
        let run = try await FakeDaemon.serving { _, _ in
            .json(Self.made)
        } _: {
            try await CommandLineRun(Self.line + " --json", socket: $0.socket)
        }
        #expect(run.output == Self.made + "\n")
    }
}
