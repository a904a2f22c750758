import JSON
import Testing

@Suite struct JSONObjectReaderTests {
    /// The shape that these tests read: one member of each kind, and a list of balances.
    private struct Answer: Equatable {
        let version: Int
        let complete: Bool?
        let balances: [Balance]

        init(_ text: String) throws {
            var reader = try JSONNode(JSONValue.parse(text.utf8)).object()
            version = try reader.integer("walletd")
            complete = try reader.optionalBool("complete")
            balances = try reader.array("balances").map { node throws(JSONShapeError) in try Balance(node) }
            try reader.finish()
        }
    }

    private struct Balance: Equatable {
        let account: String
        let total: String?

        init(_ node: JSONNode) throws(JSONShapeError) {
            var reader = try node.object()
            account = try reader.string("account")
            total = try reader.optionalString("total")
            try reader.finish()
        }
    }

    @Test func `known members are read, optional ones may be left out`() throws {
        let text = #"{"balances":[{"account":"a","total":"1"},{"account":"b"}],"walletd":1}"#
        let answer = try Answer(text)
        #expect(answer.version == 1)
        #expect(answer.complete == nil)
        #expect(answer.balances.map(\.account) == ["a", "b"])
        #expect(answer.balances.map(\.total) == ["1", nil])
        #expect(try Answer(#"{"walletd":1,"complete":true,"balances":[]}"#).complete == true)
    }

    @Test(arguments: [
        ("[]", "the document: expected an object, found an array"),
        ("{}", "walletd: is missing"),
        (#"{"walletd":"1"}"#, "walletd: expected a whole number, found a string"),
        (#"{"walletd":1.0}"#, "walletd: expected a whole number of 64 bits without fraction and exponent"),
        (
            #"{"walletd":9223372036854775808}"#,
            "walletd: expected a whole number of 64 bits without fraction and exponent"
        ),
        (#"{"walletd":1,"complete":"yes"}"#, "complete: expected true or false, found a string"),
        (#"{"walletd":1,"complete":null}"#, "complete: is null; leave the member out where there is no value"),
        (#"{"walletd":1}"#, "balances: is missing"),
        (#"{"walletd":1,"balances":{}}"#, "balances: expected an array, found an object"),
        (#"{"walletd":1,"balances":[1]}"#, "balances[0]: expected an object, found a number"),
        (#"{"walletd":1,"balances":[{"account":"a"},{}]}"#, "balances[1].account: is missing"),
        (#"{"walletd":1,"balances":[{"account":null}]}"#, "balances[0].account: expected a string, found null"),
        (
            #"{"walletd":1,"balances":[{"account":"a","total":12}]}"#,
            "balances[0].total: expected a string, found a number"
        ),
        (
            #"{"walletd":1,"balances":[{"account":"a","totl":"1"}]}"#,
            "balances[0].totl: is not known here; known are account, total"
        ),
        (
            #"{"walletd":1,"balances":[],"Walletd":1,"x":2}"#,
            "Walletd: is not known here; known are walletd, complete, balances"
        ),
        (
            #"{"walletd":1,"balances":[],"a b\u001b":1}"#,
            #"["a b\u{1B}"]: is not known here; known are walletd, complete, balances"#
        ),
        (
            #"{"walletd":1,"balances":[{"account":"a","":1}]}"#,
            #"balances[0][""]: is not known here; known are account, total"#
        ),
    ])
    func `a wrong shape is refused with its path`(text: String, description: String) {
        let error = #expect(throws: JSONShapeError.self) { try Answer(text) }
        #expect(error?.description == description)
    }

    @Test func `the error carries path and problem apart`() {
        let error = #expect(throws: JSONShapeError.self) { try Answer(#"{"walletd":1,"balances":[[]]}"#) }
        #expect(error?.path == "balances[0]")
        #expect(error?.problem == .mismatch(expected: .object, found: .array))
    }

    @Test func `a member of every kind is read as it is`() throws {
        var reader = try JSONNode(["s": "x", "b": false, "i": -3, "a": [1], "o": ["k": "v"]]).object()
        #expect(try reader.string("s") == "x")
        #expect(try reader.bool("b") == false)
        #expect(try reader.integer("i") == -3)
        #expect(try reader.array("a").map(\.value) == [1])
        var inner = try reader.object("o")
        #expect(try inner.string("k") == "v")
        try inner.finish()
        try reader.finish()
    }

    @Test func `an optional member of every kind may be there or not`() throws {
        let empty = try JSONNode([:]).object()
        let full = try JSONNode(["s": "x", "b": true, "i": 3, "a": [], "o": [:]]).object()
        for (start, there) in [(empty, false), (full, true)] {
            var reader = start
            #expect(try (reader.optionalString("s") != nil) == there)
            #expect(try (reader.optionalBool("b") != nil) == there)
            #expect(try (reader.optionalInteger("i") != nil) == there)
            #expect(try (reader.optionalArray("a") != nil) == there)
            #expect(try (reader.optionalObject("o") != nil) == there)
            try reader.finish()
        }
    }

    @Test(arguments: [("\"1.50\"", "1.50"), ("1.50", "1.50"), ("-0", "-0")])
    func `an amount may come as text or as a number`(text: String, digits: String) throws {
        #expect(try JSONNode(JSONValue.parse(text.utf8)).stringOrNumber() == digits)
    }

    @Test func `an amount of another kind is refused`() {
        let error = #expect(throws: JSONShapeError.self) { try JSONNode([true]).array()[0].stringOrNumber() }
        #expect(error?.description == "[0]: expected a string or a number, found true or false")
    }

    @Test func `a reader that knows more refuses with the path and its reason`() throws {
        var reader = try JSONNode(["balances": [["available": "12.5.0"]]]).object()
        var balance = try reader.array("balances")[0].object()
        let error = try balance.member("available").refusal(because: "12.5.0 is not an amount")
        #expect(error.description == "balances[0].available: 12.5.0 is not an amount")
    }
}
