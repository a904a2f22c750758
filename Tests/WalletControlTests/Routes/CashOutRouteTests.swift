import JSON
import Testing
import WalletAPI
import WalletCore

@Suite(.timeLimit(.minutes(10)))
struct CashOutRouteTests {
    @Test func `a cash-out by hand waits for approval, goes once, and its books are even`() async throws {
        try await PayingDaemon.run { paying in
            let new = try await paying.post("/v1/cashouts", PayingDaemon.demand)
            #expect(new.status == 201)
            let cashOut: WalletAPI.CashOut = try new.value()
            #expect(cashOut.state == "awaiting-approval")
            #expect(cashOut.approval == "person")
            #expect(cashOut.terms.net.amount == "19500")
            #expect(cashOut.reference == nil)
            try await paying.approve(cashOut)
            let settled = try await paying.cashOut(cashOut.id, in: "settled")
            #expect(
                settled.trail?.map(\.state)
                    == ["planned", "awaiting-approval", "approved", "prepared", "sending", "settled"])
            #expect(settled.reference?.isEmpty == false)
            #expect(settled.providerReference == "acme-1")
            #expect(settled.feeTaken?.amount == "500")
            #expect(paying.provider.sends == 1)
            let postings: Page<WalletAPI.Posting> = try await paying.daemon.value("/v1/postings")
            #expect(postings.items.compactMap { Int($0.amount.amount) }.reduce(0, +) == 0)
            #expect(postings.items.map(\.account).contains("destination"))
            var cursor = ""
            var paged: [WalletAPI.Posting] = []
            repeat {
                let target = "/v1/postings?limit=1" + (cursor.isEmpty ? "" : "&cursor=\(cursor)")
                let page: Page<WalletAPI.Posting> = try await paying.daemon.value(target)
                paged += page.items
                cursor = page.next ?? ""
            } while !cursor.isEmpty
            #expect(paged == postings.items)
        }
    }

    @Test func `an approval is of the plan that was seen, and of nothing worse`() async throws {
        try await PayingDaemon.run { paying in
            let cashOut = try await paying.new()
            let path = "/v1/cashouts/\(cashOut.id)/approve"
            let other = try await paying.post(path, #"{"plan":"0000000000000000"}"#)
            #expect(other.status == 409)
            paying.provider.takes(fee: 501)
            let dearer = try await paying.post(path, #"{"plan":"\#(cashOut.terms.plan)"}"#)
            #expect(dearer.status == 409)
            let problem: Problem = try dearer.value()
            #expect(problem.code == .changed)
            #expect(problem.detail.contains("cost is 501 KRW, was 500 KRW"))
            #expect(problem.detail.contains("net is 19499 KRW, was 19500 KRW"))
            #expect(try await paying.post("/v1/cashouts/x/approve", #"{"plan":"1"}"#).status == 404)
            paying.provider.takes(fee: 400)
            try await paying.approve(cashOut)
            try await paying.cashOut(cashOut.id, in: "settled")
            let again = try await paying.post(path, #"{"plan":"\#(cashOut.terms.plan)"}"#)
            #expect(again.status == 409)
        }
    }

    @Test func `an approval is refused where something stands against it`() async throws {
        try await PayingDaemon.run { paying in
            let cashOut = try await paying.new()
            let _: StopSwitch = try await paying.done("/v1/cashouts/pause")
            let held = try await paying.post(
                "/v1/cashouts/\(cashOut.id)/approve", #"{"plan":"\#(cashOut.terms.plan)"}"#)
            #expect(held.status == 409)
            let problem: Problem = try held.value()
            #expect(problem.code == .held)
            #expect(problem.reasons?.map(\.code) == ["paused"])
            try await paying.cashOut(cashOut.id, in: "awaiting-approval")
        }
    }

    @Test func `the same request under the same key makes one cash-out`() async throws {
        try await PayingDaemon.run { paying in
            let key = ["Idempotency-Key: monday"]
            let first = try await paying.post("/v1/cashouts", PayingDaemon.demand, headers: key)
            #expect(first.status == 201)
            let spaced = PayingDaemon.demand.replacing(":", with: " : ")
            let second = try await paying.post("/v1/cashouts", spaced, headers: key)
            #expect(second.status == 200)
            let cashOuts: [WalletAPI.CashOut] = [try first.value(), try second.value()]
            #expect(cashOuts[0].id == cashOuts[1].id)
            let other = try await paying.post("/v1/cashouts", #"{"rule":"sweep"}"#, headers: key)
            #expect(other.status == 422)
            #expect(try other.value(Problem.self).code == .keyReused)
            paying.daemon.time.move(by: .seconds(31 * 86_400))
            let later = try await paying.post("/v1/cashouts", #"{"rule":"sweep"}"#, headers: key)
            #expect(later.status == 409, "\(later.body)")
            for wrong in ["Idempotency-Key: \(String(repeating: "k", count: 129))", "Idempotency-Key: \u{fc}"] {
                #expect(try await paying.post("/v1/cashouts", PayingDaemon.demand, headers: [wrong]).status == 400)
            }
        }
    }

    @Test func `what stands against a cash-out by hand is told, all of it`() async throws {
        try await PayingDaemon.run { paying in
            let much = PayingDaemon.demand.replacing("20000", with: "60001")
            let held = try await paying.post("/v1/cashouts", much)
            #expect(held.status == 409)
            #expect(try held.value(Problem.self).reasons?.isEmpty == false)
            _ = try await paying.new()
            let second = try await paying.post("/v1/cashouts", PayingDaemon.demand)
            #expect(second.status == 409)
            #expect(try second.value(Problem.self).reasons?.map(\.code).contains("awaiting-approval") == true)
            let page: Page<WalletAPI.CashOut> = try await paying.daemon.value("/v1/cashouts")
            #expect(page.items.count == 1)
        }
    }

    @Test(arguments: [
        ("{}", 400), (#"{"rule":"sweep","destination":"my-bank"}"#, 400), (#"{"rule":"nothing"}"#, 404),
        (#"{"rule":"sweep","x":1}"#, 400), (#"{"rule":"sweep","accept_risk":["paused"]}"#, 400),
        (#"{"rule":"sweep","accept_risk":"provider-expensive"}"#, 400), (#"{"legs":[],"destination":"my-bank"}"#, 400),
        (PayingDaemon.demand.replacing("my-bank", with: "nowhere"), 404),
        (PayingDaemon.demand.replacing("cards", with: "nothing"), 404),
        (PayingDaemon.demand.replacing("20000", with: "0"), 400),
        (PayingDaemon.demand.replacing("20000", with: "-1"), 400),
        (PayingDaemon.demand.replacing("20000", with: "1.5"), 400),
        (PayingDaemon.demand.replacing("\"20000\"", with: "20000"), 400),
        (PayingDaemon.demand.replacing(#""main","#, with: #""main","asset":"USD","#), 400),
    ])
    func `a demand that makes no sense is refused`(body: String, status: Int) async throws {
        try await PayingDaemon.run { paying in
            let answer = try await paying.post("/v1/cashouts", body)
            #expect(answer.status == status, "\(answer.body)")
            #expect(answer.headers["content-type"] == "application/problem+json")
        }
    }

    @Test func `one that is turned down is over, and its holding is free after another look`() async throws {
        try await PayingDaemon.run { paying in
            let cashOut = try await paying.new()
            let path = "/v1/cashouts/\(cashOut.id)"
            #expect(try await paying.post("\(path)/release").status == 409)
            let over: WalletAPI.CashOut = try await paying.done("\(path)/reject", #"{"comment":"not today"}"#)
            #expect(over.state == "abandoned")
            #expect(over.endedAt != nil)
            #expect(over.terms.expires == nil)
            #expect(over.trail?.last?.note == "not today")
            #expect(try await paying.post("\(path)/reject").status == 409)
            #expect(try await paying.post("/v1/cashouts/x/reject").status == 404)
        }
    }

    @Test func `cash-outs are listed by state, by the beginning of their id, in pages, the newest first`() async throws
    {
        try await PayingDaemon.run { paying in
            let first = try await paying.new()
            let _: WalletAPI.CashOut = try await paying.done("/v1/cashouts/\(first.id)/reject")
            try await paying.daemon.record("cards/other/KRW", "30000")
            let demand = PayingDaemon.demand.replacing("main", with: "other")
            let second: WalletAPI.CashOut = try await paying.done("/v1/cashouts", demand)
            func ids(_ query: String) async throws -> [String] {
                let page: Page<WalletAPI.CashOut> = try await paying.daemon.value("/v1/cashouts\(query)")
                return page.items.map(\.id)
            }
            #expect(try await ids("") == [second.id, first.id])
            #expect(try await ids("?all=false") == [second.id])
            #expect(try await ids("?state=abandoned") == [first.id])
            #expect(try await ids("?state=abandoned&all=false") == [])
            #expect(try await ids("?state=a*") == [second.id, first.id])
            #expect(try await ids("?state=x*") == [])
            #expect(try await ids("?id=\(first.id.prefix(13))") == [first.id])
            #expect(try await ids("?id=zz") == [])
            let page: Page<WalletAPI.CashOut> = try await paying.daemon.value("/v1/cashouts?limit=1")
            #expect(try await ids("?limit=1&cursor=\(page.next ?? "")") == [first.id])
            #expect(try await paying.daemon.ask("GET", "/v1/cashouts?state=lost").status == 400)
            #expect(try await paying.daemon.ask("GET", "/v1/cashouts?cursor=eA").status == 400)
            let status: Status = try await paying.daemon.value("/v1/status")
            #expect(
                status.cashouts == ["awaiting-approval": 1, "pending": 0, "needs-user": 0, "unknown": 0])
            #expect(status.state == .cashoutWaiting)
        }
    }
}
