import Glibc
import Testing
import WalletAPI
import WalletTestSupport

/// Power cuts while a bank is paying and losing answers: what it shows is what walletd shows, and each is paid once.
@Suite(.timeLimit(.minutes(5)))
struct CashOutKillTests {
    private static let kills = 200
    private static let rules = [Bank.Character.both, .repeats, .lookup].flatMap { character in
        (1...2).map { number in
            var rule = BankedRule("\(character.rawValue)-\(number)", character)
            rule.words = ["\(number)", "30"]
            rule.timeout = "5s"
            return rule
        }
    }

    private let home: Home
    private let bank: Bank

    init() throws {
        (home, bank) = try Home.banking(Self.rules, deposit: 500_000)
    }

    @Test func `after two hundred kills no reference moved value twice, and both ledgers say the same`() async throws {
        var generator = SeededGenerator(seed: 20_261_123)
        let first = try await home.start()
        for rule in Self.rules { try await first.confirm(rule.name) }
        for rule in Self.rules { try await first.cashOut(of: rule.name, is: "final") }
        try await first.kill()
        for _ in 0..<Self.kills { try await run(untilKilledBy: &generator) }
        // Nothing new is sent any more; what is open is followed to its end.
        try home.configure(try home.folder.text(of: "walletd.toml").replacing("\"auto\"", with: "\"dry-run\""))
        let last = try await home.start()
        try await resolve(last)
        try await expectSameLedgers(last)
        #expect(try await last.stop() == 0)
        #expect(try await home.sql("PRAGMA integrity_check; PRAGMA foreign_key_check") == "ok\n")
    }

    private func run(untilKilledBy generator: inout SeededGenerator) async throws {
        let daemon = RunningDaemon(home: home, process: try home.walletd())
        if Int.random(in: 0...3, using: &generator) > 0 { try await daemon.announced("config.loaded") }
        let milliseconds = Int32.random(in: 0...200, using: &generator)
        await OwnThread.run { _ = poll(nil, 0, milliseconds) }
        try await daemon.kill()
    }

    /// Waits until the bank has told all that it will ever tell, and does the operator's part of the rest: what a bank
    /// that nobody may ask twice never got.
    private func resolve(_ daemon: RunningDaemon) async throws {
        let paid = Set(try bank.movements().compactMap(\.key))
        let lost = try await daemon.eventually { all in
            let open = all.filter { !["settled", "final", "rejected", "abandoned"].contains($0.state) }
            let isLost = open.allSatisfy { cashOut in
                cashOut.state == "unknown" && cashOut.terms.rule?.hasPrefix("lookup") == true
                    && !paid.contains(cashOut.reference ?? "")
            }
            return isLost ? open : nil
        }
        for cashOut in lost {
            let evidence = try await daemon.evidence(on: cashOut.id)
            #expect(evidence.providerSays == "unknown-key")
            let resolved = try await home.walletctl(
                "cashout", "resolve", cashOut.id, "--as", "rejected", "--evidence", evidence.evidence, "--comment",
                "I asked")
            #expect(resolved.status == 0, "\(resolved)")
        }
    }

    private func expectSameLedgers(_ daemon: RunningDaemon) async throws {
        let movements = try bank.movements()
        let moved = movements.compactMap(\.key)
        #expect(Set(moved).count == moved.count, "a reference moved value twice")
        let all = try await daemon.cashOuts()
        let settled = all.filter { ["settled", "final"].contains($0.state) }
        #expect(Set(settled.compactMap(\.reference)) == Set(moved))
        #expect(settled.count == moved.count, "one intent moved under two references")
        let asked = try bank.entries().filter { $0.type == "asked" }.compactMap(\.key)
        #expect(Set(asked).isSubset(of: all.compactMap(\.reference)))
        #expect(asked.count > Set(asked).count, "no answer was ever lost")
        for cashOut in settled {
            let movement = movements.first { $0.key == cashOut.reference }
            #expect(movement?.source == cashOut.terms.legs.first?.source)
            #expect(movement?.amount == cashOut.terms.amount.amount)
        }
        let total = movements.compactMap { Int($0.amount ?? "") }.reduce(0, +)
        let postings = try await daemon.postings()
        #expect(postings.total("holding") == -total)
        #expect(postings.total("destination") == total - 10 * moved.count)
        #expect(postings.total("fee") == 10 * moved.count)
        #expect(postings.total("in-flight") == 0)
    }
}

extension [Posting] {
    fileprivate func total(_ account: String) -> Int {
        filter { $0.account == account }.compactMap { Int($0.amount.amount) }.reduce(0, +)
    }
}
