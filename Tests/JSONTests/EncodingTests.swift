import JSON
import Testing

@Suite struct EncodingTests {
    private func text(_ value: some Encodable) throws -> String {
        String(decoding: try JSONCoding.encode(value), as: UTF8.self)
    }

    @Test func `a single value is a document`() throws {
        #expect(try text("a/b") == #""a/b""#)
        #expect(try text(true) == "true")
        #expect(try text(Int.min) == "-9223372036854775808")
        #expect(try text(UInt64.max) == "18446744073709551615")
        #expect(try text(Int?.none) == "null")
    }

    @Test func `what is empty stays empty`() throws {
        #expect(try text([Int]()) == "[]")
        #expect(try text([[Int](), [1]]) == "[[],[1]]")
        #expect(try text([String: Int]()) == "{}")
        #expect(try text(Silent()) == "{}")
        #expect(try text([Silent(), Silent()]) == "[{},{}]")
        #expect(try text(["a": Silent()]) == #"{"a":{}}"#)
    }

    @Test func `nil leaves a member out and stands in an array`() throws {
        #expect(try text(CodedValue.Inner()) == #"{"a_deep":{}}"#)
        #expect(try text([nil, 1, nil] as [Int?]) == "[null,1,null]")
    }

    @Test func `members stand in the order of their bytes, whatever order they come in`() throws {
        let map = ["b": 1, "a": 2, "ab": 3, "a b": 4, "B": 5, "é": 6, "": 7]
        #expect(try text(map) == #"{"":7,"B":5,"a":2,"a b":4,"ab":3,"b":1,"é":6}"#)
        #expect(try text(["z": ["b": [1], "a": [2]], "y": [:]]) == #"{"y":{},"z":{"a":[2],"b":[1]}}"#)
    }

    @Test func `containers within containers are written as they are asked for`() throws {
        #expect(try text(Nesting()) == #"{"list":[[1],{"x":null},2],"map":{"y":true},"super":"s"}"#)
    }

    @Test func `a container that is asked for twice is the same`() throws {
        #expect(try text(Twice()) == #"{"a":1,"b":2}"#)
    }

    @Test func `a binary fraction is refused with its place`() {
        do {
            _ = try JSONCoding.encode(["a": [[0.5]]])
            Issue.record("it was written")
        } catch EncodingError.invalidValue(_, let context) {
            #expect(context.codingPath.map(\.stringValue) == ["a", "0", "0"])
            #expect(context.debugDescription.contains("as a string"))
        } catch {
            Issue.record(error)
        }
    }

    @Test(arguments: [Misuse.sameName, .late, .twoValues, .twoKinds])
    func `what would be no JSON is refused`(misuse: Misuse) {
        #expect(throws: EncodingError.self) { _ = try JSONCoding.encode(Misusing(misuse: misuse)) }
    }
}

private struct Silent: Encodable {
    func encode(to encoder: any Encoder) {}
}

private enum Key: String, CodingKey {
    case a, b, x, y, list, map
}

private struct Nesting: Encodable {
    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        var map = object.nestedContainer(keyedBy: Key.self, forKey: .map)
        try map.encode(true, forKey: .y)
        var list = object.nestedUnkeyedContainer(forKey: .list)
        var first = list.nestedUnkeyedContainer()
        try first.encode(1)
        var second = list.nestedContainer(keyedBy: Key.self)
        try second.encodeNil(forKey: .x)
        try list.encode(2)
        try "s".encode(to: object.superEncoder())
    }
}

private struct Twice: Encodable {
    func encode(to encoder: any Encoder) throws {
        var first = encoder.container(keyedBy: Key.self)
        try first.encode(2, forKey: .b)
        var second = encoder.container(keyedBy: Key.self)
        try second.encode(1, forKey: .a)
    }
}

/// Not Encodable itself: the arguments of tests that are get written by a coder that traps here.
enum Misuse {
    case sameName
    /// A container goes on after the one around it.
    case late
    case twoValues
    case twoKinds
}

private struct Misusing: Encodable {
    let misuse: Misuse

    func encode(to encoder: any Encoder) throws {
        switch misuse {
        case .sameName:
            var object = encoder.container(keyedBy: Key.self)
            for _ in 0..<2 { try object.encode(1, forKey: .a) }
        case .late:
            var list = encoder.unkeyedContainer()
            var inner = list.nestedUnkeyedContainer()
            try list.encode(1)
            try inner.encode(2)
        case .twoValues:
            var value = encoder.singleValueContainer()
            for _ in 0..<2 { try value.encode(1) }
        case .twoKinds:
            _ = encoder.unkeyedContainer()
            _ = encoder.container(keyedBy: Key.self)
        }
    }
}
