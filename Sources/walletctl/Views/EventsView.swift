import WalletAPI

/// Events, a line each.
enum EventsView {
    /// A number of this length comes after a hundred thousand events.
    private static let seqColumns = 6
    /// The longest type, `source.needs-attention`, has 22.
    private static let typeColumns = 22

    static func line(_ event: Event, on traits: TerminalTraits) -> String {
        switch traits.reader {
        case .program: fields(event).map(\.text).joined(separator: "\t")
        case .person: personsLine(event, traits)
        }
    }

    private static func fields(_ event: Event) -> [Cell] {
        [
            Cell("\(event.seq)"), .time(event.at), Cell(event.type), Cell(event.severity), Cell(event.message),
            Cell(event.rule), Cell(Subject.text(event.source, event.account, event.asset)), Cell(event.amount?.text),
            Cell(event.limit?.text), Cell(event.reason),
        ]
    }

    private static func personsLine(_ event: Event, _ traits: TerminalTraits) -> String {
        let seq = String(repeating: " ", count: max(0, seqColumns - "\(event.seq)".count)) + "\(event.seq)"
        let type = SafeText.escaped(event.type)
        let blanks = String(repeating: " ", count: max(0, typeColumns - DisplayWidth.of(type)))
        let head = "\(seq)  \(Cell.time(event.at).shown)  "
        let room = traits.columns - DisplayWidth.of(head) - DisplayWidth.of(type + blanks) - 2
        let message = SafeText.escaped(event.message)
        guard room >= min(DisplayWidth.of(message), messageColumnsMin) else {
            return wrapped("\(head)\(type)", message, traits)
        }
        return head + tone(event).paint(type, on: traits) + blanks + "  "
            + Wrapping.lines(message, columns: room).joined(
                separator: "\n" + String(repeating: " ", count: traits.columns - room))
    }

    /// A column narrower than this is hard to read.
    private static let messageColumnsMin = 24

    /// The sentence below the rest, for a narrow terminal.
    private static func wrapped(_ head: String, _ message: String, _ traits: TerminalTraits) -> String {
        let below = Wrapping.lines(message, columns: traits.columns - 2).map { "  \($0)" }
        return (Wrapping.lines(head, columns: traits.columns) + below).joined(separator: "\n")
    }

    private static func tone(_ event: Event) -> Tone {
        switch event.severity {
        case "critical": .bad
        case "warning": .warning
        default: .plain
        }
    }
}
