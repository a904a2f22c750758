/// Rules that would move value round and round, losing a fee each time.
package struct CashOutCircle: Equatable, Sendable {
    /// The rules in the order in which value goes through them, beginning with the first by name.
    package let rules: [String]
    /// Where each of them takes it from.
    package let sources: [String]

    /// One circle for each group of rules that feed each other, by the name of its first rule.
    ///
    /// A destination that lands in a source counts as all accounts of it.
    package static func all(
        of rules: [CashOutRule], to destinations: [String: Destination], sources: [String]
    ) -> [CashOutCircle] {
        let steps = rules.sorted { $0.name < $1.name }.flatMap { rule -> [Step] in
            guard let target = destinations[rule.destination]?.source else { return [] }
            let starts = sources.filter { name in rule.from.contains { $0.source.matches(name) } }
            return starts.sorted().map { Step(rule: rule.name, from: $0, to: target) }
        }
        var circles: [CashOutCircle] = []
        var known: Set<String> = []
        for step in steps where !known.contains(step.rule) {
            guard let way = shortestWay(from: step, among: steps) else { continue }
            known.formUnion(way.map(\.rule))
            circles.append(CashOutCircle(rules: way.map(\.rule), sources: way.map(\.from)))
        }
        return circles
    }

    private struct Step {
        let rule: String
        let from: String
        let to: String
    }

    /// From the step back to where it begins; breadth first.
    private static func shortestWay(from first: Step, among steps: [Step]) -> [Step]? {
        var ways = [[first]]
        var seen: Set<String> = [first.to]
        while !ways.isEmpty {
            if let closed = ways.first(where: { $0.last?.to == first.from }) { return closed }
            ways = ways.flatMap { way in
                steps.filter { $0.from == way.last?.to && seen.insert($0.to).inserted }.map { way + [$0] }
            }
        }
        return nil
    }
}

extension CashOutCircle: CustomStringConvertible {
    /// One line for a person.
    package var description: String {
        let way = zip(sources, rules).map { "\($0) (rule \($1))" } + sources.prefix(1)
        return "value would go in a circle: \(way.joined(separator: " → "))"
    }
}
