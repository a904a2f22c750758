import Testing
import WalletCore

@Suite struct CashOutCircleTests {
    private func rule(_ name: String, _ source: String, _ destination: String) -> CashOutRule {
        CashOutRule(
            name: name, from: [HoldingPattern(source: Glob(source))], whenAbove: .krw(1), to: destination)
    }

    private func circles(_ rules: [CashOutRule]) -> [CashOutCircle] {
        var destinations: [String: Destination] = [:]
        for (name, source) in [("to-a", "a"), ("to-b", "b"), ("to-c", "c")] {
            destinations[name] = Destination(name: name, provider: "acme", identity: name)
            destinations[name]?.source = source
        }
        destinations["out"] = Destination(name: "out", provider: "acme", identity: "out")
        return CashOutCircle.all(of: rules, to: destinations, sources: ["a", "b", "c"])
    }

    @Test func `value that would come back is found, however many rules it goes through`() {
        #expect(circles([rule("x", "a", "to-a")]).map(\.rules) == [["x"]])
        let three = circles([rule("z", "c", "to-a"), rule("x", "a", "to-b"), rule("y", "b", "to-c")])
        #expect(three.map(\.rules) == [["x", "y", "z"]])
        #expect(
            three.map(\.description) == [
                "value would go in a circle: a (rule x) → b (rule y) → c (rule z) → a"
            ])
        #expect(circles([rule("x", "*", "to-b")]).map(\.sources) == [["b"]])
    }

    @Test func `a way that ends is no circle`() {
        #expect(circles([rule("x", "a", "to-b"), rule("y", "b", "to-c"), rule("z", "c", "out")]) == [])
        #expect(circles([rule("x", "a", "to-b"), rule("y", "a", "to-c"), rule("z", "c", "to-b")]) == [])
    }

    @Test func `each circle is told once`() {
        let two = circles([
            rule("p", "a", "to-b"), rule("q", "b", "to-a"), rule("r", "c", "to-c"), rule("s", "a", "out"),
        ])
        #expect(two.map(\.rules) == [["p", "q"], ["r"]])
    }

    @Test func `thousands of ways without a circle, and one more that closes them, are looked through at once`() {
        let names = (0..<250).map { "s\($0)" }
        var destinations: [String: Destination] = [:]
        for name in names {
            destinations[name] = Destination(name: name, provider: "acme", identity: name)
            destinations[name]?.source = name
        }
        var rules = names.indices.map { index in
            CashOutRule(
                name: "r\(index)", from: names[..<index].map { HoldingPattern(source: Glob($0)) }, whenAbove: .krw(1),
                to: names[index])
        }
        #expect(CashOutCircle.all(of: rules, to: destinations, sources: names) == [])
        rules.append(rule("back", "s249", "s0"))
        #expect(
            CashOutCircle.all(of: rules, to: destinations, sources: names)
                == [CashOutCircle(rules: ["back", "r249"], sources: ["s249", "s0"])])
    }
}
