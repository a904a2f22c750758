import Glibc
import JSON
import Testing
import WalletAdapters
import WalletCore
import WalletTestSupport

struct HTTPSourceTests {
    private let bench: SourceBench

    init() throws {
        bench = try SourceBench()
    }

    private func definition(_ url: String) throws -> HTTPSourceDefinition {
        try HTTPSourceDefinition(
            url: url, account: .pointer(JSONPointer("/id")), asset: .value("KRW"),
            available: .pointer(JSONPointer("/balance")))
    }

    /// Reads an answer by the definition as `change` makes it.
    private func read(
        _ body: String, _ change: (inout HTTPSourceDefinition) throws -> Void = { _ in }
    ) async throws -> Reading {
        let server = try LoopbackHTTPServer(body: body)
        var definition = try definition(server.url("/v1?token=hush"))
        try change(&definition)
        return try await bench.read(.http(definition))
    }

    private func refusal(
        _ body: String, _ change: (inout HTTPSourceDefinition) throws -> Void = { _ in }
    ) async throws -> String {
        let failure = try await #require(throws: PortFailure.self) { try await read(body, change) }
        #expect(failure.reason == .malformed)
        #expect(!failure.message.contains("hush"))
        return failure.message.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? ""
    }

    @Test(arguments: [#"{"id":"a","balance":"5"}"#, #"{"id":"a","balance":5,"more":{}}"#, #"{"id":"a","balance":5.0}"#])
    func `an answer without a list is one item`(body: String) async throws {
        #expect(
            try await read(body)
                == Reading(
                    balances: [Balance(account: "a", available: bench.amount("5 KRW"))], completeness: .partial))
    }

    @Test func `every field can come from the answer`() async throws {
        let body = """
            {"data":[{"id":7,"unit":"USD","free":1234,"all":"2000","at":1795000000,"ends":"2027-03-01"},
             {"id":"b","unit":"STARS","free":0,"all":null,"at":"2026-11-18T11:00:00Z","ends":1800000000},
             {"id":"c","unit":"USD","free":-1,"at":null}]}
            """
        let reading = try await read(body) { definition in
            definition.items = try JSONPointer("/data")
            definition.asset = .pointer(try JSONPointer("/unit"))
            definition.available = .pointer(try JSONPointer("/free"))
            definition.total = .pointer(try JSONPointer("/all"))
            definition.asOf = .pointer(try JSONPointer("/at"))
            definition.expires = .pointer(try JSONPointer("/ends"))
            definition.shift = 2
            definition.complete = true
        }
        #expect(reading.completeness == .complete)
        #expect(
            try reading.balances == [
                Balance(
                    account: "7", available: bench.amount("12.34 USD"), total: bench.amount("20 USD"),
                    asOf: SourceBench.begun,
                    lots: [Lot(amount: bench.amount("12.34 USD"), expires: bench.date("2027-03-01"))]),
                Balance(
                    account: "b", available: bench.amount("0 STARS"), asOf: Timestamp.parse("2026-11-18T11:00:00Z")),
                Balance(account: "c", available: bench.amount("-0.01 USD")),
            ])
    }

    @Test func `items that expire on different days are the lots of one holding`() async throws {
        let body = #"[{"id":"a","balance":1,"ends":"2027-01-01"},{"id":"a","balance":2,"ends":"2027-02-01"}]"#
        let reading = try await read(body) { definition in
            definition.items = try JSONPointer("")
            definition.expires = .pointer(try JSONPointer("/ends"))
        }
        #expect(
            try reading.balances == [
                Balance(
                    account: "a", available: bench.amount("3 KRW"),
                    lots: [
                        Lot(amount: bench.amount("1 KRW"), expires: bench.date("2027-01-01")),
                        Lot(amount: bench.amount("2 KRW"), expires: bench.date("2027-02-01")),
                    ])
            ])
    }

    /// The nearest binary floating-point number to each of these is another number.
    @Test(
        arguments: [
            "0.1", "9007199254740993", "123456789012345.678901234567890123", "0.000000000000000001", "-0.30", "1.000",
        ], ["%", "\"%\""])
    func `a number is its digits`(digits: String, form: String) async throws {
        let reading = try await read("{\"id\":\"a\",\"balance\":\(form.replacing("%", with: digits))}") { definition in
            definition.asset = .value("ETH")
        }
        #expect(try reading.balances.map(\.available) == [bench.amount("\(digits) ETH")])
    }

    @Test(
        arguments: [
            (#"{"id":"a","balance":1e3}"#, "available: "), (#"{"id":"a","balance":"1E3"}"#, "available: "),
            (#"{"id":"a","balance":1.5}"#, "available: "), (#"{"id":"a","balance":"1,000"}"#, "available: "),
            (#"{"id":"a","balance":true}"#, "available: neither a text nor a number is there"),
            (#"{"id":"a","balance":null}"#, "available: nothing is there"),
            (#"{"id":"a"}"#, "available: nothing is there"),
            (#"{"balance":1}"#, "account: nothing is there"), (#"{"id":"a/b","balance":1}"#, "account: "),
            (#"{"id":{},"balance":1}"#, "account: neither a text nor a number is there"),
            ("[]", "account: nothing is there"),
            ("", "byte 0: the document is empty"), ("<html>", #"byte 0: expected a value, found "<""#),
            (#"{"id":"a","id":"b","balance":1}"#, #"byte 10: the member name "id" stands twice"#),
            (#"{"id":"a","balance":1} {}"#, "byte 23: the document is over"),
            ("{\"id\":\"\u{0}\"}", "byte 7: the control"),
        ])
    func `an answer that does not fit is malformed`(body: String, message: String) async throws {
        let refusal = try await refusal(body)
        #expect(refusal.hasPrefix(message), "\(refusal)")
    }

    @Test func `an item that does not fit refuses the whole reading`() async throws {
        let list = #"{"data":[{"id":"a","balance":1},{"id":"b"}]}"#
        #expect(
            try await refusal(list) { $0.items = try JSONPointer("/data") } == "item 1: available: nothing is there")
        #expect(try await refusal(list) { $0.items = try JSONPointer("/items") } == "there is no list at \"/items\"")
        #expect(try await refusal(list) { $0.items = try JSONPointer("/data/0") } == "there is no list at \"/data/0\"")
        let twice = #"[{"id":"a","balance":1},{"id":"a","balance":1}]"#
        #expect(try await refusal(twice) { $0.items = try JSONPointer("") } == "KRW of account a is listed twice")
    }

    @Test(arguments: [("20261122", "as_of"), ("1795000000000", "as_of"), ("\"yesterday\"", "as_of"), ("true", "as_of")])
    func `a time is RFC 3339 or seconds`(time: String, key: String) async throws {
        let refusal = try await refusal("{\"id\":\"a\",\"balance\":1,\"at\":\(time)}") { definition in
            definition.asOf = .pointer(try JSONPointer("/at"))
        }
        #expect(refusal.hasPrefix("\(key): "))
    }

    @Test func `deep nesting and bytes that are no UTF-8 are malformed`() async throws {
        let nested = String(repeating: "[", count: 200_000)
        #expect(try await refusal(nested).contains("arrays and objects within each other"))
        let server = try LoopbackHTTPServer { _, connection in
            connection.answer(body: Array(#"{"id":""#.utf8) + [0xC3, 0x28] + Array(#"","balance":1}"#.utf8))
            return .keep
        }
        let failure = try await #require(throws: PortFailure.self) {
            try await bench.read(.http(definition(server.url())))
        }
        #expect(
            failure
                == PortFailure(
                    .malformed, "the answer of http://127.0.0.1:\(server.port) is not JSON: byte 7: not UTF-8"))
    }
}
