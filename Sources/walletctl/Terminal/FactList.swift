/// Named facts, one below the other: `state  failing`.
struct FactList {
    struct Fact {
        let name: String
        let cell: Cell

        init(_ name: String, _ cell: Cell) {
            self.name = name
            self.cell = cell
        }
    }

    private let facts: [Fact]

    /// Facts without a text are left out.
    init(_ facts: [Fact]) {
        self.facts = facts.filter { !$0.cell.isEmpty }
    }

    func lines(on traits: TerminalTraits) -> [String] {
        switch traits.reader {
        case .program: facts.map { "\($0.name)\t\($0.cell.text)" }
        case .person: linesForPerson(on: traits)
        }
    }

    /// Names in a column of their own, or above their texts where that would take more than half of the width.
    private func linesForPerson(on traits: TerminalTraits) -> [String] {
        let widest = facts.map { DisplayWidth.of($0.name) }.max() ?? 0
        let beside = widest + TableWidths.gap.count <= traits.columns / 2
        let indent = beside ? widest + TableWidths.gap.count : TableWidths.gap.count
        return facts.flatMap { fact in
            let texts = Wrapping.lines(fact.cell.shown, columns: traits.columns - indent)
            let blank = String(repeating: " ", count: indent)
            let painted = texts.map { blank + fact.cell.tone.paint($0, on: traits) }
            let name = String(DisplayWidth.prefix(of: fact.name, columns: traits.columns))
            guard beside else { return [Tone.faint.paint(name, on: traits)] + painted }
            let first = painted.first.map { String($0.dropFirst(DisplayWidth.of(name))) } ?? ""
            return [Tone.faint.paint(name, on: traits) + first] + painted.dropFirst()
        }
    }
}
