import Testing
import WalletAPI
import WalletTestSupport

/// The wall clock jumps while nothing else does.
@Suite(.timeLimit(.minutes(2)))
struct ClockJumpTests {
    private static let year = 365 * 86_400

    private let rule = BankedRule("tips")
    private let home: Home
    private let bank: Bank

    init() throws {
        (home, bank) = try Home.banking([rule], deposit: 4000)
        let source = Bank.tests + "/clock.c"
        let words = ["/usr/bin/env", "clang", "-shared", "-fPIC", "-o", home.folder.path(of: "clock.so"), source]
        let compiler = try ChildProcess(words, in: home.folder.path, output: home.folder.path(of: "cc.log"))
        try #require(compiler.wait() == 0)
        try set(0)
    }

    private func set(_ ahead: Int) throws { try home.folder.replace("ahead", "\(ahead)\n") }

    private func start() async throws -> RunningDaemon {
        try await home.start(environment: [
            "LD_PRELOAD": home.folder.path(of: "clock.so"), "CLOCK_AHEAD": home.folder.path(of: "ahead"),
        ])
    }

    @Test func `a clock that jumps a year ahead and back pays nothing, until an operator resumes`() async throws {
        let daemon = try await start()
        try await daemon.confirm("tips")
        try set(Self.year)
        let ahead = try await daemon.announced("daemon.clock-step")
        try bank.deposit(1500, into: rule.source)
        let held = try await daemon.held(rule, by: "clock")
        #expect(held.reasons.contains { $0.clearsWhen?.contains("walletctl cashout resume") == true })
        #expect(try await home.walletctl("status", "--check").status == 23)
        try set(0)
        try await daemon.announced("daemon.clock-step", after: ahead.seq ?? 0)
        _ = try await daemon.held(rule, by: "clock")
        #expect(try bank.requests() == 0)
        #expect(try await home.walletctl("cashout", "resume").status == 0)
        try await daemon.cashOut(of: "tips", is: "final")
        #expect(try bank.movements().count == 1 && bank.requests() == 1)
        #expect(try await daemon.stop() == 0)
    }

    @Test func `a clock that was a year back at the start pays nothing, until an operator resumes`() async throws {
        let first = try await start()
        try await first.confirm("tips")
        #expect(try await first.stop() == 0)
        try set(-Self.year)
        try bank.deposit(1500, into: rule.source)
        let daemon = try await start()
        _ = try await daemon.held(rule, by: "clock")
        #expect(try bank.requests() == 0)
        #expect(try await daemon.stop() == 0)
    }
}
