import JSON
import Testing
import WalletAPI

/// A demand of several holdings, whose provider takes one at a time.
@Suite(.timeLimit(.minutes(10)))
struct CashOutPartsRouteTests {
    private static let demand = """
        {"legs":[{"source":"cards","account":"main","amount":{"amount":"20000","asset":"KRW"}},
                 {"source":"cards","account":"other","amount":{"amount":"10000","asset":"KRW"}}],
         "destination":"my-bank"}
        """

    private static func run(_ body: (PayingDaemon) async throws -> Void) async throws {
        try await PayingDaemon.run { paying in
            try await paying.daemon.record("cards/other/KRW", "30000")
            try await body(paying)
        }
    }

    @Test func `is answered with the first cash-out, which names the others, each with its plan`() async throws {
        try await Self.run { paying in
            let answer = try await paying.post("/v1/cashouts", Self.demand)
            #expect(answer.status == 201)
            let json = try JSONValue.parse(Array(answer.body.utf8))
            #expect(json["state"]?.text == "awaiting-approval")
            let others = json["others"]?.elements ?? []
            #expect(others.count == 1)
            let parts = [json] + others
            let accounts = parts.compactMap { $0["legs"]?.elements.first?["account"]?.text }
            #expect(accounts.sorted() == ["main", "other"])
            #expect(Set(parts.compactMap { $0["bundle"]?.text }).count == 1)
            #expect(Set(parts.compactMap { $0["id"]?.text }).count == 2)
            for part in parts {
                let cashOut: WalletAPI.CashOut = try await paying.daemon.value("/v1/cashouts/\(part["id"]?.text ?? "")")
                #expect(cashOut.terms.plan == part["plan"]?.text)
                #expect(cashOut.state == "awaiting-approval")
                try await paying.approve(cashOut)
            }
        }
    }

    @Test func `is answered the same under the same key`() async throws {
        try await Self.run { paying in
            let key = ["Idempotency-Key: monday"]
            let first = try await paying.post("/v1/cashouts", Self.demand, headers: key)
            let second = try await paying.post("/v1/cashouts", Self.demand, headers: key)
            #expect(second.status == 200)
            let others = try [first, second].map { answer in
                try JSONValue.parse(Array(answer.body.utf8))["others"]?.elements.compactMap { $0["id"]?.text }
            }
            #expect(others[0]?.count == 1)
            #expect(others[0] == others[1])
        }
    }

    @Test func `of one holding alone has no others`() async throws {
        try await PayingDaemon.run { paying in
            let answer = try await paying.post("/v1/cashouts", PayingDaemon.demand)
            #expect(try JSONValue.parse(Array(answer.body.utf8))["others"] == nil)
        }
    }
}
