/// Tells which steps of value lie on circles: those within one strongly connected component of the graph of sources.
///
/// It takes time in the order of the number of steps (Kosaraju's algorithm), since a configuration may have millions.
struct StepGroups {
    private let numbers: [String: Int]
    private let stepsFrom: [[CashOutCircle.Step]]
    private let components: [Int]

    init(_ steps: [CashOutCircle.Step]) {
        var numbers: [String: Int] = [:]
        for step in steps {
            for source in [step.from, step.to] where numbers[source] == nil { numbers[source] = numbers.count }
        }
        var forward = [[Int]](repeating: [], count: numbers.count)
        var backward = forward
        var stepsFrom = [[CashOutCircle.Step]](repeating: [], count: numbers.count)
        for step in steps {
            guard let from = numbers[step.from], let to = numbers[step.to] else { continue }
            forward[from].append(to)
            backward[to].append(from)
            stepsFrom[from].append(step)
        }
        self.numbers = numbers
        self.stepsFrom = stepsFrom
        components = StepGroups.components(forward, backward)
    }

    /// The number of the group; `nil`: the step is on no circle.
    func group(of step: CashOutCircle.Step) -> Int? {
        guard let from = numbers[step.from], let to = numbers[step.to], components[from] == components[to] else {
            return nil
        }
        return components[from]
    }

    /// From the step back to where it begins, within its group; breadth first.
    func shortestWay(around first: CashOutCircle.Step) -> [CashOutCircle.Step]? {
        let group = group(of: first)
        var arrivals: [String: CashOutCircle.Step] = [first.to: first]
        var next = [first.to]
        while !next.isEmpty, arrivals[first.from] == nil {
            var found: [String] = []
            for source in next {
                for step in numbers[source].map({ stepsFrom[$0] }) ?? []
                where arrivals[step.to] == nil && self.group(of: step) == group {
                    arrivals[step.to] = step
                    found.append(step.to)
                }
            }
            next = found
        }
        return way(to: first.from, since: first, arrivals)
    }

    private func way(
        to end: String, since first: CashOutCircle.Step, _ arrivals: [String: CashOutCircle.Step]
    ) -> [CashOutCircle.Step]? {
        guard var step = arrivals[end] else { return nil }
        var way = [step]
        while step.from != first.from || step.to != first.to {
            guard let before = arrivals[step.from] else { return nil }
            step = before
            way.append(step)
        }
        return way.reversed()
    }

    private static func components(_ forward: [[Int]], _ backward: [[Int]]) -> [Int] {
        var component = [Int](repeating: -1, count: forward.count)
        for root in finished(forward).reversed() where component[root] < 0 {
            component[root] = root
            var open = [root]
            while let node = open.popLast() {
                for next in backward[node] where component[next] < 0 {
                    component[next] = root
                    open.append(next)
                }
            }
        }
        return component
    }

    /// The nodes in the order in which a depth-first search is done with them.
    private static func finished(_ edges: [[Int]]) -> [Int] {
        var isSeen = [Bool](repeating: false, count: edges.count)
        var order: [Int] = []
        for root in edges.indices where !isSeen[root] {
            isSeen[root] = true
            var open = [(node: root, edge: 0)]
            while let (node, edge) = open.last {
                guard edge < edges[node].count else {
                    order.append(node)
                    open.removeLast()
                    continue
                }
                open[open.count - 1].edge = edge + 1
                let next = edges[node][edge]
                if !isSeen[next] {
                    isSeen[next] = true
                    open.append((next, 0))
                }
            }
        }
        return order
    }
}
