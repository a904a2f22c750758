import JSON
import Testing
import WalletCore

@testable import WalletStore

/// What is kept as JSON text comes back as it was.
@Suite struct CashOutTextTests {
    private func expectSame<Value: StoredAsJSON & Equatable>(_ value: Value) throws {
        let text = value.column
        #expect(try Value(json: JSONNode(JSONValue.parse(text.utf8))) == value)
    }

    private let largest = Amount(units: .max, of: Asset(code: "ETH", scale: 18))
    private let smallest = Amount(units: .min, of: Asset(code: "A.B-C_9", scale: 30))
    private let awkward = "\u{0}\u{1f}\"\\/€😀e\u{301}\u{e9}\n, '; DROP TABLE cashout --"

    @Test func `amounts come back in their order, each with its asset`() {
        for amounts in [[largest], [smallest, largest, .krw(0)], [.krw(-7), smallest]] {
            #expect([Amount](amountsColumn: amounts.amountsColumn) == amounts)
        }
    }

    @Test(arguments: ["7", "7KRW", " KRW", "7 KRW, 8", "7 KRW, ", "x KRW", "7. KRW", "-", "7 KRW,, 8 KRW"])
    func `what is no list of amounts is refused`(text: String) {
        #expect([Amount](amountsColumn: text) == nil)
    }

    @Test func `a plan with nothing that may be left out`() throws {
        try expectSame(Plan.from("a", rule: nil))
    }

    @Test func `a plan with all there can be, at the ends of what can be`() throws {
        var quote = Quote(fee: largest, from: .balance, receives: smallest)
        quote.processing = .zero
        quote.expires = Timestamp(milliseconds: .min)
        quote.opaque = awkward
        let rate = try Rate(
            base: .usd, quote: .krw, asOf: CalendarDate.parse("2026-11-20"), value: "0.000000000000000000000000000001")
        var plan = Plan(
            rule: awkward,
            legs: [
                Leg(HoldingID(source: "s", account: awkward, asset: "ETH"), largest), Leg(.till("b"), smallest),
            ],
            route: Plan.Route(
                destination: awkward, destinationIdentity: awkward, provider: awkward, providerIdentity: awkward),
            quote: quote,
            cost: Cost(amount: largest, debit: smallest, cost: largest, net: smallest, rates: [rate, rate]))
        plan.keeps = smallest
        plan.spare = [largest, smallest]
        plan.processing = ProcessingTime(.zero, .milliseconds(Int64.max))
        plan.savings = Plan.Savings(alone: largest, bundled: smallest, saved: largest)
        plan.bundle = awkward
        try expectSame(plan)
        try expectSame([plan, plan])
        try expectSame([Plan]())
        try expectSame(QuoteRequest(legs: plan.legs, route: plan.route))
    }

    @Test func `what was heard by which credentials`() throws {
        var reply = ProviderReply(.rejected, reference: awkward, fee: largest, message: awkward)
        try expectSame(Evidence.Finding.said(reply))
        reply.credentials = "5f0c"
        try expectSame(Evidence.Finding.said(reply))
    }

    @Test(arguments: CashOutReason.Code.allCases)
    func `a reason`(code: CashOutReason.Code) throws {
        try expectSame(CashOutReason(code, ""))
        var reason = CashOutReason(code, awkward)
        reason.value = awkward
        reason.limit = ""
        reason.since = Timestamp(milliseconds: .max)
        reason.clearsWhen = awkward
        reason.subject = .card
        try expectSame(reason)
    }

    @Test func `what a provider promises`() throws {
        let promises = [
            ProviderPromise(),
            ProviderPromise(idempotency: .unlimited, lookup: .byKey, absentAfter: .zero, bundling: .bundles),
            ProviderPromise(idempotency: .limited(.milliseconds(1)), absentAfter: .milliseconds(Int64.max)),
        ]
        for promise in promises { try expectSame(promise) }
    }

    @Test func `what a provider said`() throws {
        for state in ProviderReply.State.allCases {
            try expectSame(Evidence.Finding.said(ProviderReply(state)))
            try expectSame(
                Evidence.Finding.said(ProviderReply(state, reference: "", fee: smallest, message: awkward)))
        }
        try expectSame(Evidence.Finding.noAnswer(awkward))
        try expectSame(Evidence.Finding.nobodyToAsk)
    }

    @Test func `members that are added later do not stop an older plan from being read`() throws {
        let text = #"{"state":"settled","fee":"1 KRW","seal":[1]}"#
        let reply = try ProviderReply(json: JSONNode(JSONValue.parse(text.utf8)))
        #expect(reply == ProviderReply(.settled, fee: .krw(1)))
    }

    @Test(arguments: [
        #"{}"#, #"{"state":"paid"}"#, #"{"state":"settled","fee":"1"}"#, #"{"state":"settled","fee":1}"#,
        #"{"state":"settled","fee":" KRW"}"#, #"{"state":null}"#, #"[]"#,
    ])
    func `what was not written by this program is no reply`(text: String) {
        #expect(throws: JSONShapeError.self) {
            try ProviderReply(json: JSONNode(JSONValue.parse(text.utf8)))
        }
    }
}
