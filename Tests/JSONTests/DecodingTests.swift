import JSON
import Testing

@Suite struct DecodingTests {
    private func value<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        try JSONCoding.decode(type, from: Array(text.utf8))
    }

    @Test func `a single value is a document`() throws {
        #expect(try value(String.self, #""a\/\u00e9\ud83e\ude99\n""#) == "a/é🪙\n")
        #expect(try value(Bool.self, " true ") == true)
        #expect(try value(Int.self, "\(Int.min)") == .min)
        #expect(try value(Int64.self, "\(Int64.max)") == .max)
        #expect(try value(UInt64.self, "18446744073709551615") == .max)
        #expect(try value(Int?.self, "null") == nil)
    }

    @Test func `members are found in any order, and others are passed over`() throws {
        let text = #"{"x":{"a":[1,{"b":2}]},"a":"\u0061","y":[],"\u0061_deep":{"k":[{"a_deep":{}}]},"z":null}"#
        let inner = CodedValue.Inner(deep: ["k": [CodedValue.Inner()]], a: "a")
        #expect(try value(CodedValue.Inner.self, text) == inner)
        #expect(try value(CodedValue.Inner.self, #"{"a":null,"a_deep":{}}"#) == CodedValue.Inner())
    }

    @Test func `an array is read to its end`() throws {
        #expect(try value([[Int]].self, "[[],[1,2],[3]]") == [[], [1, 2], [3]])
        #expect(try value([Int?].self, "[null,1,null]") == [nil, 1, nil])
        let pair = try value(Pair.self, #"["a",[1],{"b":true}]"#)
        #expect(pair == Pair(text: "a", number: 1, flag: true, count: 3))
    }

    @Test(arguments: [
        ("[1,2]", "", "an object, found an array"), ("null", "", "an object, found null"),
        (#"{"amount":1}"#, "amount", "a string, found a number"),
        (#"{"amount":null}"#, "amount", "a string, found null"),
        ("{}", "", "it is missing"),
        (
            #"{"amount":"1","parts":[{"amount":"1"},{"amount":true}]}"#, "parts.1.amount",
            "a string, found true or false"
        ),
        (#"{"amount":"1","count":1.0}"#, "count", "without fraction and exponent"),
        (#"{"amount":"1","count":1e3}"#, "count", "without fraction and exponent"),
        (#"{"amount":"1","count":"1"}"#, "count", "a whole number, found a string"),
        (#"{"amount":"1","count":128}"#, "count", "from -128 to 127"),
        (#"{"amount":"1","count":99999999999999999999999}"#, "count", "from -128 to 127"),
    ])
    func `another form is refused with its place`(text: String, place: String, reason: String) {
        do {
            _ = try value(Part.self, text)
            Issue.record("it was taken")
        } catch let error as DecodingError {
            let context = error.context
            #expect(context?.codingPath.map(\.stringValue).joined(separator: ".") == place)
            #expect(context?.debugDescription.contains(reason) == true)
        } catch {
            Issue.record(error)
        }
    }

    @Test func `numbers of binary fractions are not read`() {
        #expect(throws: DecodingError.self) { try value([Double].self, "[0.5]") }
        #expect(throws: DecodingError.self) { try value(Float.self, "1") }
    }

    @Test func `an array that is too short is refused`() {
        #expect(throws: DecodingError.self) { try value(Pair.self, #"["a",[1]]"#) }
    }

    @Test(arguments: ["", " ", "{", "[1,]", #"{"a":1,}"#, "nul", "[1] 2", #""\x""#, #""\ud800""#, "\"\u{1}\"", "01"])
    func `no JSON is refused before anything is read`(text: String) {
        #expect(throws: JSONError.self) { try value(Ignoring.self, text) }
    }

    @Test func `a name that stands twice is refused, also among many and by escapes`() {
        #expect(throws: JSONError.self) { try value([String: Int].self, #"{"a":1,"\u0061":2}"#) }
        let many = (0..<40).map { "\"n\($0)\":0" }.joined(separator: ",")
        #expect(throws: JSONError.self) { try value([String: Int].self, "{\(many),\"n3\":1}") }
        #expect(throws: Never.self) { try value([String: Int].self, "{\(many)}") }
    }

    @Test func `deep and long documents are refused`() {
        let deep = String(repeating: "[", count: 33) + String(repeating: "]", count: 33)
        #expect(throws: JSONError(.tooDeep, at: 32)) { try value(Ignoring.self, deep) }
        #expect(throws: JSONError(.tooLarge(bytesMax: 3), at: 3)) {
            try JSONCoding.decode(String.self, from: Array(#""abc""#.utf8), limits: JSONLimits(bytesMax: 3))
        }
    }
}

private struct Ignoring: Decodable {
    init(from decoder: any Decoder) {}
}

private struct Part: Decodable {
    let amount: String
    let count: Int8?
    let parts: [Part]?
}

private struct Pair: Decodable, Equatable {
    let text: String
    let number: Int
    let flag: Bool
    let count: Int?

    init(text: String, number: Int, flag: Bool, count: Int?) {
        (self.text, self.number, self.flag, self.count) = (text, number, flag, count)
    }

    init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        text = try list.decode(String.self)
        var inner = try list.nestedUnkeyedContainer()
        number = try inner.decode(Int.self)
        flag = try list.superDecoder().container(keyedBy: Key.self).decode(Bool.self, forKey: .b)
        count = list.isAtEnd ? list.count : nil
    }

    private enum Key: CodingKey {
        case b
    }
}

extension DecodingError {
    fileprivate var context: Context? {
        switch self {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
            .dataCorrupted(let context):
            context
        @unknown default: nil
        }
    }
}
