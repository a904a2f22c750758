import Testing
import WalletAPI

@Suite(.timeLimit(.minutes(10)))
struct HoldingRouteTests {
    @Test func `a balance recorded by hand is answered and listed`() async throws {
        try await RunningDaemon.run { daemon in
            let body = #"{"amount":{"amount":"12.5","asset":"USD"},"expires":"2027-03-01"}"#
            let answer = try await daemon.ask("POST", "/v1/holdings/cards/starbucks/USD", body: body)
            let recorded: Holding = try answer.value()
            let amount = Amount(amount: "12.50", asset: "USD")
            var expected = Holding(
                source: "cards", account: "starbucks", asset: "USD", kind: "gift-card", available: amount)
            expected.total = amount
            expected.readAt = "2026-11-22T10:00:00Z"
            expected.changedAt = "2026-11-22T10:00:00Z"
            expected.freshness = "fresh"
            expected.withdrawal = "none"
            expected.lots = [Holding.Lot(amount: amount, expires: "2027-03-01")]
            #expect(recorded == expected)
            let listed: Page<Holding> = try await daemon.value("/v1/holdings")
            #expect(listed == Page(items: [expected]))
        }
    }

    @Test(arguments: [
        ("", 400, "the request has no body"), ("[]", 400, "the body is of another form"),
        ("{", 400, "the body is not JSON: byte 1: "),
        (#"{"expires":"2027-03-01","expires":"2027-03-02"}"#, 400, "\"expires\" stands twice"),
        ("{}", 400, "`amount` is missing"),
        (#"{"amount":{"amount":1,"asset":"KRW"}}"#, 400, "`amount.amount` is of another form"),
        (#"{"amount":{"amount":"1","asset":"KRW"},"kind":"points"}"#, 400, "unknown field `kind`"),
        (#"{"amount":{"amount":"1","asset":"KRW","scale":2}}"#, 400, "unknown field `scale`"),
        (#"{"amount":{"amount":"1","asset":"USD"}}"#, 400, "the amount is of USD, the holding of KRW"),
        (#"{"amount":{"amount":"1","asset":"KRW"},"expires":"tomorrow"}"#, 400, "`expires`"),
        (#"{"amount":{"amount":"1.5","asset":"KRW"}}"#, 400, "1.5"),
        (#"{"amount":{"amount":"1e3","asset":"KRW"}}"#, 400, "1e3"),
    ])
    func `a body that is not what it must be is refused`(body: String, status: Int, detail: String) async throws {
        try await RunningDaemon.run { daemon in
            let answer = try await daemon.ask("POST", "/v1/holdings/cards/a/KRW", body: body)
            #expect(answer.status == status)
            let problem: Problem = try answer.value()
            #expect(problem.code == .badRequest)
            #expect(problem.detail.contains(detail))
            let listed: Page<Holding> = try await daemon.value("/v1/holdings")
            #expect(listed.items.isEmpty)
        }
    }

    @Test func `a body of very many brackets is refused`() async throws {
        try await RunningDaemon.run { daemon in
            let body = String(repeating: "[", count: 60_000)
            let answer = try await daemon.ask("POST", "/v1/holdings/cards/a/KRW", body: body)
            #expect(answer.status == 400)
            #expect(try answer.value(Problem.self).detail.hasPrefix("the body is not JSON: byte 32: "))
        }
    }

    @Test(arguments: [("tmoney/a/KRW", 409), ("nothing/a/KRW", 404), ("cards/a/NOPE", 400), ("cards/a%2Fb/KRW", 400)])
    func `a balance that cannot be recorded is refused`(holding: String, status: Int) async throws {
        try await RunningDaemon.run { daemon in
            let asset = holding.split(separator: "/").last ?? ""
            let body = #"{"amount":{"amount":"1","asset":"\#(asset)"}}"#
            let answer = try await daemon.ask("POST", "/v1/holdings/\(holding)", body: body)
            #expect(answer.status == status)
        }
    }

    @Test func `an account may hold spaces, percent signs and any letter`() async throws {
        try await RunningDaemon.run { daemon in
            let account = "50% café + 카드?"
            let path = Endpoint.holding.path("cards", account, "KRW")
            let body = #"{"amount":{"amount":"7","asset":"KRW"}}"#
            #expect(try await daemon.ask("POST", path, body: body).value(Holding.self).account == account)
            let query = [QueryParameter(.account, account)].appended(to: "/v1/holdings")
            let found: Page<Holding> = try await daemon.value(query)
            #expect(found.items.map(\.account) == [account])
            let history: Page<HistoryEntry> = try await daemon.value(Endpoint.history.path("cards", account, "KRW"))
            #expect(history.items.map(\.available?.amount) == ["7"])
        }
    }

    @Test(arguments: [
        ("?source=cards", ["cards/a/KRW", "cards/b/USD"]),
        ("?source=c*&source=points", ["cards/a/KRW", "cards/b/USD", "points/a/KRW"]),
        ("?account=a", ["cards/a/KRW", "points/a/KRW"]), ("?asset=U*", ["cards/b/USD"]),
        ("?kind=gift-card&asset=USD", ["cards/b/USD"]),
        ("?kind=gift-*", ["cards/a/KRW", "cards/b/USD", "points/a/KRW"]), ("?kind=crypto", []), ("?kind=x*", []),
        ("?source=cards&account=a&asset=KRW", ["cards/a/KRW"]), ("?all=true&source=nothing", []),
    ])
    func `holdings are selected by names and globs`(query: String, found: [String]) async throws {
        try await RunningDaemon.run { daemon in
            try await daemon.record("cards/a/KRW", "5000")
            try await daemon.record("cards/b/USD", "5")
            try await daemon.record("points/a/KRW", "10")
            let page: Page<Holding> = try await daemon.value("/v1/holdings\(query)")
            #expect(page.items.map { "\($0.source)/\($0.account)/\($0.asset)" } == found)
        }
    }

    @Test func `pages lead through all holdings, each once`() async throws {
        try await RunningDaemon.run { daemon in
            for number in 10...19 { try await daemon.record("cards/\(number)/KRW", "\(number)000") }
            var accounts: [String] = []
            var cursor = ""
            repeat {
                let page: Page<Holding> = try await daemon.value("/v1/holdings?limit=3\(cursor)")
                #expect(page.items.count <= 3)
                accounts += page.items.map(\.account)
                cursor = page.next.map { "&cursor=\($0)" } ?? ""
            } while !cursor.isEmpty
            #expect(accounts == (10...19).map(String.init))
        }
    }

    @Test(arguments: [
        ("holding=cards", ["a/KRW", "a/USD", "b/KRW"]), ("holding=cards/a", ["a/KRW", "a/USD"]),
        ("holding=*/*/U*", ["a/USD"]), ("holding=//KRW&holding=cards/a", ["a/KRW", "a/USD", "b/KRW"]),
        ("holding=cards/b&holding=cards/a/USD", ["a/USD", "b/KRW"]), ("holding=cards/b&asset=USD", []),
    ])
    func `holdings that any of several patterns selects are listed once`(query: String, found: [String]) async throws {
        try await RunningDaemon.run { daemon async throws in
            for holding in ["a/KRW", "a/USD", "b/KRW"] { try await daemon.record("cards/\(holding)", "5") }
            let page: Page<Holding> = try await daemon.value("/v1/holdings?\(query)")
            #expect(page.items.map { "\($0.account)/\($0.asset)" } == found)
        }
    }

    @Test func `a pattern with too many parts is refused`() async throws {
        try await RunningDaemon.run { daemon in
            let answer = try await daemon.ask("GET", "/v1/holdings?holding=a/b/c/d")
            #expect(answer.status == 400)
        }
    }

    @Test func `history tells each change, or one value for each step`() async throws {
        try await RunningDaemon.run { daemon in
            for amount in ["5000", "6000"] {
                try await daemon.record("cards/a/KRW", amount)
                daemon.time.move(by: .seconds(3600))
            }
            let path = "/v1/holdings/cards/a/KRW/history"
            let changes: Page<HistoryEntry> = try await daemon.value(path)
            #expect(changes.items.map(\.available?.amount) == ["5000", "6000"])
            #expect(changes.items.map(\.at) == ["2026-11-22T10:00:00Z", "2026-11-22T11:00:00Z"])
            let late: Page<HistoryEntry> = try await daemon.value("\(path)?since=90m&until=2026-11-23")
            #expect(late.items.map(\.available?.amount) == ["6000"])
            let first: Page<HistoryEntry> = try await daemon.value("\(path)?limit=1")
            let next = try #require(first.next)
            let second: Page<HistoryEntry> = try await daemon.value("\(path)?limit=1&cursor=\(next)")
            #expect((first.items + second.items) == changes.items)
            let steps: Page<HistoryEntry> = try await daemon.value("\(path)?step=30m")
            #expect(steps.items.count == 4)
            #expect(try await daemon.ask("GET", "/v1/holdings/cards/b/KRW/history").status == 404)
        }
    }
}
