import FoundationEssentials
import JSON
import Testing
import WalletAPI

@Suite struct `The API's JSON` {
    /// Also held against another reader and writer of JSON.
    private func roundTrip<Value: Codable & Equatable>(_ type: Value.Type, _ text: String) throws -> String {
        let value = try JSONCoding.decode(type, from: Array(text.utf8))
        #expect(try JSONDecoder().decode(type, from: Data(text.utf8)) == value)
        let written = String(decoding: try JSONCoding.encode(value), as: UTF8.self)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        #expect(String(decoding: try encoder.encode(value), as: UTF8.self) == written)
        return written
    }

    private static let time = "2026-11-22T10:00:05Z"
    private static let amount = #"{"amount":"12500","asset":"KRW"}"#

    @Test func `of a status has its shape`() throws {
        let text = #"""
            {"alerts":{"firing":1,"pending":0},"cashouts":{"pending":1,"unknown":0},"config":{"path":"/c","sha256":"ab"},"next_poll":"\#(Self.time)","paused":false,"rate_failures":{"ecb":{"at":"\#(Self.time)","message":"m","reason":"timeout"}},"schema":3,"sources":{"needs-attention":1,"ok":3},"started":"\#(Self.time)","state":"source-failing","version":"1.0.0"}
            """#
        #expect(try roundTrip(Status.self, text) == text)
    }

    @Test func `of a source has its shape`() throws {
        let text = #"""
            {"adapter":"exec","consecutive_failures":3,"last_failure":{"at":"\#(Self.time)","message":"m","reason":"timeout"},"last_success":"\#(Self.time)","name":"tmoney","next_poll":"\#(Self.time)","quota":{"left":1,"limit":4,"window":"24h"},"state":"failing"}
            """#
        #expect(try roundTrip(Source.self, text) == text)
    }

    @Test func `of a holding has its shape`() throws {
        let text = #"""
            {"account":"c","as_of":"\#(Self.time)","asset":"KRW","asset_name":"won","available":\#(Self.amount),"changed_at":"\#(Self.time)","freshness":"fresh","kind":"prepaid","lots":[{"amount":\#(Self.amount),"expires":"2027-03-01"}],"read_at":"\#(Self.time)","source":"tmoney","total":\#(Self.amount),"withdrawal":"direct"}
            """#
        #expect(try roundTrip(Holding.self, text) == text)
    }

    @Test func `of a list has its shape, and leaves absent what is`() throws {
        let text = #"""
            {"items":[{"acknowledged":false,"frozen":true,"rule":"low","severity":"info","silenced":false,"since":"\#(Self.time)","source":"a","state":"pending"}],"next":"c"}
            """#
        #expect(try roundTrip(Page<Alert>.self, text) == text)
        #expect(try roundTrip(Page<Event>.self, #"{"items":[]}"#) == #"{"items":[]}"#)
    }

    @Test func `of a rule has its shape`() throws {
        let text = #"""
            {"decision":"hold","name":"tips","reasons":[{"clears_when":"w","code":"fee-too-high","limit":"l","message":"m","since":"\#(Self.time)","value":"v"}],"since":"\#(Self.time)","type":"alert"}
            """#
        #expect(try roundTrip(Rule.self, text) == text)
    }

    @Test func `of an event has its shape`() throws {
        let text = #"""
            {"account":"c","amount":\#(Self.amount),"asset":"KRW","at":"\#(Self.time)","limit":\#(Self.amount),"message":"m","reason":"r","rule":"low","seq":9223372036854775807,"severity":"warning","source":"tmoney","type":"alert.firing"}
            """#
        #expect(try roundTrip(Event.self, text) == text)
    }

    @Test func `of a problem has its shape`() throws {
        let text = #"""
            {"detail":"d","faults":["/a:1:2: \"b\" is no key"],"hint":"h","retry_at":"\#(Self.time)","status":429,"title":"t","type":"urn:walletd:quota-spent"}
            """#
        #expect(try roundTrip(Problem.self, text) == text)
    }

    @Test func `of an entry of the history, of a reload and of a check has its shape`() throws {
        let entry = #"{"at":"\#(Self.time)","available":\#(Self.amount),"gap":"timeout","until":"\#(Self.time)"}"#
        #expect(try roundTrip(HistoryEntry.self, entry) == entry)
        let reload = #"{"config":{"path":"/c","sha256":"ab"},"warnings":[]}"#
        #expect(try roundTrip(Reload.self, reload) == reload)
        let report = #"{"faults":["/c:1:1: \u0001"],"warnings":["w"]}"#
        #expect(try roundTrip(CheckReport.self, report) == report)
    }

    @Test func `of an alert with all it may say has its shape`() throws {
        let text = #"""
            {"account":"c","acknowledged":true,"acknowledged_by":"alice","asset":"KRW","frozen":false,"id":"a1","limit":\#(Self.amount),"message":"m","rule":"low","severity":"critical","silenced":false,"since":"\#(Self.time)","source":"a","state":"firing","value":\#(Self.amount)}
            """#
        #expect(try roundTrip(Alert.self, text) == text)
    }

    @Test func `may have fields that are added later`() throws {
        #expect(
            try roundTrip(Amount.self, #"{"amount":"1","asset":"KRW","later":[1]}"#) == #"{"amount":"1","asset":"KRW"}"#
        )
    }

    @Test(arguments: [
        (#"{"amount":{"amount":"1","asset":"KRW"},"expire":"2027-03-01"}"#, "unknown field `expire`"),
        (#"{"amount":{"amount":"1","asset":"KRW","x":1}}"#, "unknown field `x`"),
        (#"{"z":1,"amount":{"amount":"1","asset":"KRW"},"a":2}"#, "unknown field `a`, `z`"),
    ])
    func `of a request has no other fields`(text: String, complaint: String) throws {
        do {
            _ = try JSONCoding.decode(ClosedBody<RecordRequest>.self, from: Array(text.utf8))
            Issue.record("it was taken")
        } catch DecodingError.dataCorrupted(let context) {
            #expect(context.debugDescription == complaint)
        }
    }

    @Test func `of a request is read`() throws {
        let text = #"{"amount":{"amount":"12.50","asset":"USD"},"expires":"2027-03-01"}"#
        let body = try JSONCoding.decode(ClosedBody<RecordRequest>.self, from: Array(text.utf8)).body
        #expect(body == RecordRequest(amount: Amount(amount: "12.50", asset: "USD"), expires: "2027-03-01"))
    }

    @Test func `of a problem names its kind`() {
        let problem = Problem(.notFound, title: "Not found", status: 404, detail: "no such source")
        #expect(problem.type == "urn:walletd:not-found")
        #expect(problem.code == .notFound)
    }

    @Test(arguments: [
        ("card-1.2_~", "card-1.2_~"), ("a/b c", "a%2Fb%20c"), ("한", "%ED%95%9C"), ("%2F", "%252F"), ("\u{7}", "%07"),
        ("a&b=c+d?e#", "a%26b%3Dc%2Bd%3Fe%23"), ("", ""),
    ])
    func `path holds any name`(name: String, encoded: String) {
        #expect(Endpoint.source.path(name) == "/v1/sources/\(encoded)")
        #expect([QueryParameter(.source, name)].appended(to: "/v1/holdings") == "/v1/holdings?source=\(encoded)")
    }
}
