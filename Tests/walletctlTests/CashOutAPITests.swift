import FoundationEssentials
import JSON
import Testing
import WalletAPI

@Suite struct `The API's JSON of cash-outs` {
    private func roundTrip<Value: Codable & Equatable>(_ type: Value.Type, _ text: String) throws {
        let value = try JSONCoding.decode(type, from: Array(text.utf8))
        #expect(try JSONDecoder().decode(type, from: Data(text.utf8)) == value)
        let written = String(decoding: try JSONCoding.encode(value), as: UTF8.self)
        #expect(written == text)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        #expect(String(decoding: try encoder.encode(value), as: UTF8.self) == written)
    }

    private static let time = "2026-11-22T10:00:05Z"
    private static let amount = #"{"amount":"12500","asset":"KRW"}"#
    private static let reason = #"{"code":"dry-run","message":"m"}"#

    @Test func `of a cash-out has its plan's fields beside its own`() throws {
        try roundTrip(
            CashOut.self,
            #"""
            {"amount":\#(Self.amount),"approval":"person","bundle":"b","cost":\#(Self.amount),"debit":\#(Self.amount),"destination":"my-bank","ended_at":"\#(Self.time)","expires":"\#(Self.time)","fee":\#(Self.amount),"fee_taken":\#(Self.amount),"id":"c1","legs":[{"account":"a","amount":\#(Self.amount),"asset":"KRW","source":"tips"}],"message":"m","net":\#(Self.amount),"plan":"p1","planned_at":"\#(Self.time)","processing":"10m..24h","provider":"acme","provider_reference":"x","reference":"r","rule":"tips","state":"needs-user","trail":[{"at":"\#(Self.time)","by":"rule","note":"n","state":"planned"}]}
            """#)
    }

    @Test func `of a plan has its shape`() throws {
        try roundTrip(
            Plan.self,
            #"""
            {"amount":\#(Self.amount),"cost":\#(Self.amount),"debit":\#(Self.amount),"destination":"my-bank","fee":\#(Self.amount),"legs":[],"net":\#(Self.amount),"plan":"p1","provider":"acme","rates":[{"as_of":"2026-11-20","pair":"USD/KRW","rate":"1391.20"}],"reasons":[\#(Self.reason)],"savings":{"alone":\#(Self.amount),"bundled":\#(Self.amount),"saved":\#(Self.amount)}}
            """#)
    }

    @Test func `of a cash-out rule has its shape`() throws {
        try roundTrip(
            Rule.self,
            #"""
            {"consent":{"reason":"returned","since":"\#(Self.time)","state":"taken"},"decision":"hold","left_out":[\#(Self.reason)],"mode":"ask","name":"tips","plans":[],"reasons":[\#(Self.reason)],"revision":"ab","since":"\#(Self.time)","terms":{"approve_within":"1d","before_expiry":"14d","budget":{"amount":\#(Self.amount),"every":"30d","fees":\#(Self.amount)},"confirm":2,"cooldown":"1d","destination":"my-bank","from":["tips"],"leave":\#(Self.amount),"max_age":"90d","max_amount":\#(Self.amount),"max_fee":["5%"],"min_amount":\#(Self.amount),"provider":"acme","when_above":\#(Self.amount)},"type":"cashout"}
            """#)
    }

    @Test func `of a provider and of a destination has its shape`() throws {
        try roundTrip(
            Provider.self,
            #"""
            {"adapter":"exec","attention":{"at":"\#(Self.time)","message":"m","reason":"misconfigured"},"bundles":true,"described":{"absent_after":"1h","bundles":false,"idempotent":true,"key_lifetime":"24h","lookup":true},"fee":{"fixed":\#(Self.amount),"maximum":\#(Self.amount),"minimum":\#(Self.amount),"percent":"1.5%"},"identity":"verified","identity_until":"2027-10-01","minimum":\#(Self.amount),"name":"acme","processing":"10m..24h","reasons":[\#(Self.reason)],"registration":"r","reversal_window":"30d","since":"\#(Self.time)","step":\#(Self.amount),"timeout":"60s","verified_on":"2026-10-01"}
            """#)
        try roundTrip(
            Destination.self,
            #"""
            {"cooling_off":"24h","last_four":"6789","name":"my-bank","provider":"acme","since":"\#(Self.time)","source":"bank","usable":false,"usable_from":"\#(Self.time)"}
            """#)
    }

    @Test func `of evidence, the stop switch and a posting has its shape`() throws {
        try roundTrip(
            Evidence.self,
            #"{"asked_at":"\#(Self.time)","evidence":"e","message":"m","provider_says":"settled","reference":"r"}"#)
        try roundTrip(
            StopSwitch.self,
            #"{"gap":{"from":"\#(Self.time)","until":"\#(Self.time)"},"paused":true,"reasons":[\#(Self.reason)]}"#)
        try roundTrip(
            Posting.self,
            #"{"account":"holding","amount":\#(Self.amount),"at":"\#(Self.time)","cashout":"c","name":"a/b/KRW"}"#)
    }

    @Test(arguments: [
        (#"{"rule":"tips","accept_risks":[]}"#, "unknown field `accept_risks`"),
        (#"{"legs":[{"source":"a","account":"b","amount":{"amount":"1","asset":"KRW"},"x":1}]}"#, "unknown field `x`"),
        (
            #"{"legs":[{"source":"a","account":"b","amount":{"amount":"1","asset":"KRW","y":1}}]}"#,
            "unknown field `y`"
        ),
    ])
    func `of a request for one has no other fields, however deep`(text: String, complaint: String) throws {
        do {
            _ = try JSONCoding.decode(ClosedBody<CashOutRequest>.self, from: Array(text.utf8))
            Issue.record("it was taken")
        } catch DecodingError.dataCorrupted(let context) {
            #expect(context.debugDescription == complaint)
        }
    }
}
