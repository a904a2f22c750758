/// Rules that would move value round and round, losing a fee each time.
package struct CashOutCircle: Equatable, Sendable {
    /// The rules in the order in which value goes through them, beginning with the first by name.
    package let rules: [String]
    /// Where each of them takes it from.
    package let sources: [String]

    package init(rules: [String], sources: [String]) {
        self.rules = rules
        self.sources = sources
    }

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
        let groups = StepGroups(steps)
        var circles: [CashOutCircle] = []
        var known: Set<Int> = []
        for step in steps {
            guard let group = groups.group(of: step), known.insert(group).inserted,
                let way = groups.shortestWay(around: step)
            else { continue }
            circles.append(CashOutCircle(rules: way.map(\.rule), sources: way.map(\.from)))
        }
        return circles
    }

    struct Step {
        let rule: String
        let from: String
        let to: String
    }
}

extension CashOutCircle: CustomStringConvertible {
    /// One line for a person.
    package var description: String {
        let way = zip(sources, rules).map { "\($0) (rule \($1))" } + sources.prefix(1)
        return "value would go in a circle: \(way.joined(separator: " → "))"
    }
}
