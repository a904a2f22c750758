import Glibc
import Testing
import WalletAPI
import WalletTestSupport

/// walletd is killed where nobody kills what it started: its plugins go on.
@Suite(.timeLimit(.minutes(3)))
struct LeftPluginTests {
    @Test func `a payment that outlives walletd is ended before anything is asked or sent, and paid once`() async throws
    {
        let rule = BankedRule("tips")
        let (home, bank) = try Home.banking([rule], deposit: 5500)
        let lifeline = try Lifeline(in: home.folder)
        try bank.feel(.hangs)
        let killed = try await home.start()
        try await killed.confirm(rule.name)
        #expect(await lifeline.hasBegun())
        try await killed.kill()
        let daemon = try await home.start()
        #expect(await lifeline.isFree())
        try await daemon.logged("tips-bank was left running")
        try await daemon.cashOut(of: rule.name, is: "final")
        #expect(try bank.movements().count == 1 && bank.requests() == 1)
        #expect(try await daemon.stop() == 0)
    }

    @Test(arguments: [
        "trap '' TERM; sleep 1000", "setsid sleep 1000", "(trap '' TERM; sleep 1000) & exec env -i sleep 1000",
        "(trap '' TERM; exec env -i sleep 1000) & exec sleep 1000",
    ])
    func `a source's plugin that outlives walletd is ended with all that it started`(script: String) async throws {
        let home = try Home.runningScript("exec 9>'FOLDER/lifeline'; echo >&9\n\(script)", timeout: "60s")
        let lifeline = try Lifeline(in: home.folder)
        let killed = try await home.start()
        #expect(await lifeline.hasBegun())
        try await killed.kill()
        _ = try home.folder.script("exit 1")
        let daemon = try await home.start()
        #expect(await lifeline.isFree())
        try await daemon.logged("plugin was left running")
        #expect(try await daemon.stop() == 0)
    }
}
