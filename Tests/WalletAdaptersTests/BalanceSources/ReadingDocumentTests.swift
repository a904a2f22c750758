import Testing
import WalletAdapters
import WalletCore
import WalletTestSupport

/// The document of plugin protocol 1, as it comes from a file: what is wrong in it, and what is said about that.
struct ReadingDocumentTests {
    private let bench: SourceBench

    init() throws {
        bench = try SourceBench()
    }

    private func refusal(_ document: some Collection<UInt8>) async throws -> String {
        let path = try bench.folder.write("f", document)
        let failure = try await #require(throws: PortFailure.self) {
            try await bench.read(.file(FileSourceDefinition(path: path, format: .json)))
        }
        #expect(failure.reason == .malformed)
        #expect(failure.message.utf8.count <= SafeText.messageBytesMax)
        return String(failure.message.dropFirst("\(path): ".count))
    }

    @Test(
        arguments: [
            (#"{"walletd":2,"balances":[]}"#, "walletd: only 1 is known here"),
            (#"{"walletd":"1","balances":[]}"#, "walletd: expected a whole number, found a string"),
            (#"{"walletd":1}"#, "balances: is missing"),
            (#"{"balances":{}}"#, "balances: expected an array, found an object"),
            (#"{"balances":[],"complete":"yes"}"#, "complete: expected true or false, found a string"),
            (#"{"balances":[],"complete":null}"#, "complete: is null; leave the member out where there is no value"),
            (#"{"balances":[],"extra":1}"#, "extra: is not known here; known are walletd, complete, balances"),
            (#"{"balances":[7]}"#, "balances[0]: expected an object, found a number"),
        ])
    func `a document of another shape is refused`(document: String, message: String) async throws {
        #expect(try await refusal(document.utf8) == message)
    }

    @Test(
        arguments: [
            (#""asset":"KRW","available":"1""#, "balances[0].account: is missing"),
            (#""account":"a","available":"1""#, "balances[0].asset: is missing"),
            (#""account":"a","asset":"KRW""#, "balances[0].available: is missing"),
            (#""account":"a","asset":"KRW","available":1"#, "balances[0].available: expected a string, found a number"),
            (
                #""account":"a","asset":"KRW","available":"1.5""#,
                #"balances[0].available: "1.5" has too many digits after the point: KRW has none"#
            ),
            (
                #""account":"a","asset":"KRW","available":"1","total":null"#,
                "balances[0].total: is null; leave the member out where there is no value"
            ),
            (
                #""account":"a","asset":"KRW","available":"1","as_of":"2026-11-18""#,
                #"balances[0].as_of: "2026-11-18" is not a time of RFC 3339"#
            ),
            (
                #""account":"a","asset":"KRW","available":"1","kind":"cash""#,
                #"balances[0].kind: "cash" is not a kind; known are bank, wallet"#
            ),
            (#""account":"a/b","asset":"KRW","available":"1""#, "balances[0].account: "),
            (#""account":"","asset":"KRW","available":"1""#, "balances[0].account: "),
            (#""account":"a\u0007","asset":"KRW","available":"1""#, #"balances[0].account: "a\x07""#),
            (
                #""account":"a","asset":"NOPE","available":"1""#,
                #"balances[0].asset: unknown asset "NOPE"; the lines "[assets.NOPE]" and "scale = 0""#
            ),
            (
                #""account":"a","asset":"KRW","available":"1","lots":[{"amount":"1"}]"#,
                "balances[0].lots[0].expires: is missing"
            ),
            (
                #""account":"a","asset":"KRW","available":"1","lots":[{"amount":"1","expires":"2027-02-30"}]"#,
                #"balances[0].lots[0].expires: "2027-02-30" does not exist in the calendar"#
            ),
            (
                #""account":"a","asset":"KRW","available":"1","lots":[{"amount":"1","expires":"2027-03-01","x":0}]"#,
                "balances[0].lots[0].x: is not known here"
            ),
            (#""account":"a","asset":"KRW","available":"1","owner":"Kim""#, "balances[0].owner: is not known here"),
        ])
    func `a balance with a fault refuses the whole reading`(members: String, message: String) async throws {
        let good = #"{"account":"good","asset":"KRW","available":"1"}"#
        let refusal = try await refusal(#"{"balances":[{\#(members)},\#(good)]}"#.utf8)
        #expect(refusal.hasPrefix(message), "\(refusal)")
    }

    @Test(arguments: ["1e3", "+1", "1,000", " 1", "1 ", "1.", ".5", "NaN", "0x10", "1_0", "١", "", "-", "--1", "1 KRW"])
    func `an amount is digits and nothing else`(amount: String) async throws {
        let document = #"{"balances":[{"account":"a","asset":"KRW","available":"\#(amount)"}]}"#
        #expect(try await refusal(document.utf8).hasPrefix("balances[0].available: "))
    }

    @Test func `bytes that are no JSON are refused with their place`() async throws {
        let nested = String(repeating: "[", count: 100_000)
        #expect(try await refusal(#"{"balances":"#.utf8) == "byte 12: the document ends too early")
        #expect(try await refusal(#"{"balances":[],"balances":[]}"#.utf8).contains("stands twice"))
        #expect(try await refusal(nested.utf8).contains("arrays and objects within each other"))
        #expect(
            try await refusal(Array(#"{"a":""#.utf8) + [0xFF, UInt8(ascii: "\""), UInt8(ascii: "}")]).contains(
                "not UTF-8"))
        #expect(try await refusal(#"{"balances":[]}{}"#.utf8).contains("the document is over"))
        #expect(try await refusal([UInt8](repeating: 0, count: 100)).hasPrefix("byte 0: "))
    }
}
