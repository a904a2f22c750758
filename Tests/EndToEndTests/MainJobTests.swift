import Glibc
import Testing
import WalletTestSupport

/// What walletd is for: balances are read and kept, an alert fires and resolves, each is told once.
@Suite(.timeLimit(.minutes(1)))
struct MainJobTests {
    @Test func `an alert fires when the balance falls, resolves when it is topped up, and each is told once`()
        async throws
    {
        let home = try Home.watchingTransit()
        let daemon = try await home.start()
        #expect(try await home.walletctl("poll", "transit").status == 0)
        let fired = try await daemon.announced("alert.firing", "2500 KRW")
        try home.write(csv: "transit.csv", "card-1,KRW,9000")
        try await daemon.announced("alert.resolved", "9000 KRW", after: fired.seq ?? 0)
        #expect(try await daemon.stop() == 0)
        let told = daemon.announcements.map(\.type)
        #expect(told == ["daemon.started", "config.loaded", "alert.firing", "alert.resolved", "daemon.stopping"])
        #expect(daemon.announcements.map(\.seq) == [1, 2, 3, 4, 5])
        #expect(daemon.errors.split(separator: "\n").count == 5)
    }

    @Test func `sources of four kinds are read, and their balances are listed`() async throws {
        let shop = try LoopbackHTTPServer(body: #"{"data":[{"id":"main","cents":1850}]}"#)
        let home = try Home(Self.fourKinds.replacing("PORT", with: "\(shop.port)"))
        try home.write(csv: "transit.csv", "card-1,KRW,12500")
        try home.plugin(account: "kim", krw: "700")
        let daemon = try await home.start()
        for source in ["transit", "arcade", "shop"] {
            #expect(try await home.walletctl("poll", source).status == 0)
            try await daemon.announced("alert.firing", "\(source)/")
        }
        #expect(try await home.walletctl("record", "cards/coffee/USD", "120.00 USD").status == 0)
        let balances = try await home.walletctl("balances").rows(2)
        #expect(
            balances == [
                ["arcade/kim/KRW", "700 KRW"], ["cards/coffee/USD", "120.00 USD"], ["shop/main/USD", "18.50 USD"],
                ["transit/card-1/KRW", "12500 KRW"],
            ])
        #expect(try await home.walletctl("sources").rows(2).map { $0[1] } == ["ok", "ok", "ok", "ok"])
        #expect(try await daemon.stop() == 0)
    }

    @Test func `what was committed is there after a restart, and polling goes on by the kept schedule`() async throws {
        let home = try Home.watchingTransit()
        let daemon = try await home.start()
        #expect(try await home.walletctl("poll", "transit").status == 0)
        let fired = try await daemon.announced("alert.firing")
        try await daemon.kill()
        let again = try await home.start()
        #expect(
            try await home.walletctl("alerts").rows(5).first?[1...4] == [
                "firing", "warning", "low", "transit/card-1/KRW",
            ])
        try home.write(csv: "transit.csv", "card-1,KRW,9000")
        try await again.announced("alert.resolved")
        // It may be told once more, where the kill came before that was noted, but under the same number.
        let toldAgain = again.announcements.filter { $0.type == "alert.firing" }
        #expect(toldAgain.allSatisfy { $0.seq == fired.seq } && toldAgain.count <= 1)
    }

    private static let fourKinds = """
        [sources.transit]
        adapter = "file"
        path    = "FOLDER/transit.csv"
        every   = "1h"

        [sources.arcade]
        adapter = "exec"
        command = ["FOLDER/script"]
        every   = "1h"

        [sources.shop]
        adapter   = "http"
        url       = "http://127.0.0.1:PORT/wallets"
        every     = "1h"
        items     = "/data"
        account   = "/id"
        asset     = { value = "USD" }
        available = "/cents"
        shift     = 2

        [sources.cards]
        adapter = "manual"

        [alerts.seen-krw]
        at_or_above = "0 KRW"

        [alerts.seen-usd]
        at_or_above = "0.00 USD"
        """
}
