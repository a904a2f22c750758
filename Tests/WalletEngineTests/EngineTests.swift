import Foundation
import Testing
import WalletCore
import WalletEngine

struct EngineTests {
    private let time = VirtualTime(Timestamp(milliseconds: 1_790_000_000_000))
    private let won = Asset(code: "KRW", scale: 0)

    private func low(_ limit: Int128) -> AlertRule {
        AlertRule(
            name: "low", condition: .threshold(Threshold(.below, Amount(units: limit, of: won))))
    }

    private func folder() throws -> URL {
        let url = FileManager.default.temporaryDirectory.appending(path: "walletd-\(UUID())")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }

    @Test(.timeLimit(.minutes(1)))
    func `an alert fires in the poll that reads the low balance, and resolves in the one that reads a high one`()
        async throws
    {
        let source = ScriptedSource(.reading(.won(2500)))
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try await RunningEngine.run(.test([("tmoney", source)], rules: [low(3000)]), in: folder, at: time) { running in
            time.advance(by: .seconds(5))
            let fired = try await running.event(.alertFiring)
            #expect(fired.draft.amount == Amount(units: 2500, of: won))
            #expect(fired.draft.rule == "low")
            source.answer(.reading(.won(9000)))
            time.advance(by: .seconds(70))
            let resolved = try await running.event(.alertResolved, after: fired.seq)
            #expect(resolved.draft.amount == Amount(units: 9000, of: won))
        }
    }
}
