import Glibc
import Testing
import WalletAPI

@Suite(.timeLimit(.minutes(10)))
struct AlertRouteTests {
    @Test func `a firing alert is listed and acknowledged`() async throws {
        try await RunningDaemon.run { daemon in
            try await daemon.record("cards/a/KRW", "2500")
            let page: Page<Alert> = try await daemon.value("/v1/alerts")
            let alert = try #require(page.items.first)
            let id = try #require(alert.id)
            var expected = Alert(
                rule: "low", state: "firing", severity: "warning", source: "cards", since: "2026-11-22T10:00:00Z")
            expected.id = id
            expected.account = "a"
            expected.asset = "KRW"
            expected.value = Amount(amount: "2500", asset: "KRW")
            expected.limit = Amount(amount: "3000", asset: "KRW")
            expected.message = "cards/a has 2500 KRW, below 3000 KRW."
            #expect(page == Page(items: [expected]))
            expected.acknowledged = true
            expected.acknowledgedBy = try #require(getuid() == 0 ? "root" : expected.acknowledgedBy)
            let acknowledged: Alert = try await daemon.ask("POST", "/v1/alerts/\(id.prefix(6))/acknowledge").value()
            #expect(acknowledged == expected)
        }
    }

    @Test func `what is no firing alert cannot be acknowledged`() async throws {
        try await RunningDaemon.run { daemon in
            let answer = try await daemon.ask("POST", "/v1/alerts/abc/acknowledge")
            #expect(answer.status == 404)
        }
    }

    @Test(arguments: [
        ("", ["low cards/a firing"]), ("?state=firing", ["low cards/a firing"]), ("?state=pending", []),
        ("?state=pending&state=firing", ["low cards/a firing"]),
        ("?state=inactive", ["idle cards/a inactive", "idle cards/b inactive", "low cards/b inactive"]),
        (
            "?all=true",
            ["idle cards/a inactive", "idle cards/b inactive", "low cards/a firing", "low cards/b inactive"]
        ),
        ("?all=true&state=firing", ["low cards/a firing"]),
    ])
    func `alerts are listed by their state`(query: String, found: [String]) async throws {
        try await RunningDaemon.run { daemon in
            try await daemon.record("cards/a/KRW", "2500")
            try await daemon.record("cards/b/KRW", "9000")
            let page: Page<Alert> = try await daemon.value("/v1/alerts\(query)")
            #expect(page.items.map { "\($0.rule) \($0.source)/\($0.account ?? "") \($0.state)" } == found)
        }
    }

    @Test func `what was resolved is listed as it ended, until it fires again`() async throws {
        try await RunningDaemon.run { daemon in
            func resolved(_ more: String = "") async throws -> [Alert] {
                let page: Page<Alert> = try await daemon.value("/v1/alerts?state=resolved\(more)")
                return page.items
            }
            try await daemon.record("cards/a/KRW", "2500")
            try await daemon.record("cards/b/KRW", "9000")
            #expect(try await resolved().isEmpty)
            daemon.time.move(by: .seconds(60))
            try await daemon.record("cards/a/KRW", "9500")
            let found = try await resolved()
            let alert = try #require(found.first)
            #expect(found.count == 1)
            #expect(alert.rule == "low" && alert.account == "a" && alert.state == "resolved")
            #expect(alert.since == "2026-11-22T10:01:00Z")
            #expect(alert.value == Amount(amount: "9500", asset: "KRW"))
            #expect(alert.limit == Amount(amount: "3000", asset: "KRW"))
            let quiet = try await resolved("&state=inactive")
            #expect(
                quiet.map { "\($0.rule) \($0.account ?? "") \($0.state)" } == [
                    "idle a inactive", "idle b inactive", "low a resolved", "low b inactive",
                ])
            try await daemon.record("cards/a/KRW", "100")
            #expect(try await resolved().isEmpty)
        }
    }

    @Test func `pages lead through everything that is watched`() async throws {
        try await RunningDaemon.run { daemon in
            for number in 1...5 { try await daemon.record("cards/\(number)/KRW", "\(number)000") }
            let all: Page<Alert> = try await daemon.value("/v1/alerts?all=true")
            var paged: [Alert] = []
            var cursor = ""
            repeat {
                let page: Page<Alert> = try await daemon.value("/v1/alerts?all=true&limit=3\(cursor)")
                paged += page.items
                cursor = page.next.map { "&cursor=\($0)" } ?? ""
            } while !cursor.isEmpty
            #expect(all.items.count == 10)
            #expect(paged == all.items)
        }
    }
}
