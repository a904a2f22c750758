import JSON
import Testing

@Suite struct JSONObjectTests {
    @Test(arguments: [0, 1, 7, 8, 9, 10, 500])
    func `members are found and keep their order, few or many`(count: Int) throws {
        let names = (0..<count).map { "name \(($0 * 7_919) % 10_007)" }
        var object = JSONObject()
        for (position, name) in names.enumerated() {
            object.set(name, to: .integer(position))
        }
        #expect(object.members.map(\.name) == names)
        for (position, name) in names.enumerated() {
            #expect(object[name] == .integer(position))
        }
        #expect(object["name"] == nil)
        #expect(try JSONValue.parse(JSONValue.object(object).serialized()) == .object(object))
    }

    @Test(arguments: [3, 12])
    func `setting a member again replaces it in its place`(count: Int) {
        var object = JSONObject()
        for position in 0..<count {
            object.set("\(position)", to: .integer(position))
        }
        object.set("1", to: "new")
        #expect(object.members.map(\.name) == (0..<count).map(String.init))
        #expect(object["1"] == "new")
    }

    @Test(arguments: [0, 20])
    func `names that are canonically equivalent are two names`(others: Int) throws {
        var object = JSONObject()
        for position in 0..<others {
            object.set("\(position)", to: .null)
        }
        object.set("\u{E9}", to: 1)
        object.set("e\u{301}", to: 2)
        #expect(object.members.count == others + 2)
        #expect(object["\u{E9}"] == 1)
        #expect(object["e\u{301}"] == 2)
    }

    /// A search through all members for each of them would compare five billion names.
    @Test(.timeLimit(.minutes(1)))
    func `a hundred thousand members are read without a search through all of them`() throws {
        let count = 100_000
        let prefix = String(repeating: "x", count: 40)
        let text = "{" + (0..<count).map { "\"\(prefix)\($0)\":0" }.joined(separator: ",") + "}"
        let limits = JSONLimits(bytesMax: 8 << 20)
        guard case .object(let object) = try JSONValue.parse(text.utf8, limits: limits) else {
            Issue.record("not an object")
            return
        }
        #expect(object.members.count == count)
        #expect(object["\(prefix)99999"] == 0)
        let again = text.dropLast() + ",\"\(prefix)0\":0}"
        #expect(throws: JSONError(.repeatedName("\(prefix)0"), at: text.utf8.count)) {
            try JSONValue.parse(again.utf8, limits: limits)
        }
    }

    @Test func `a name twice in a literal traps`() async {
        await #expect(processExitsWith: .failure) { let _: JSONValue = ["a": 1, "a": 2] }
    }
}
