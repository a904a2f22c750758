/// One field of a table or of a list of facts.
struct Cell: Equatable {
    /// As the API gives it: what a program reads.
    let text: String
    let tone: Tone
    private let content: Content

    private enum Content {
        case text
        case time
    }

    init(_ text: String?, _ tone: Tone = .plain) {
        self.init(text, .text, tone)
    }

    private init(_ text: String?, _ content: Content, _ tone: Tone) {
        self.text = text.map(SafeText.escaped) ?? ""
        self.content = content
        self.tone = tone
    }

    /// A time of the API, shown to the second: `2026-11-22 10:00:05`, in UTC as given.
    static func time(_ text: String?, _ tone: Tone = .plain) -> Cell {
        Cell(text, .time, tone)
    }

    /// As a person reads it.
    var shown: String {
        switch content {
        case .text: text
        case .time: Self.shownTime(text) ?? text
        }
    }

    private static func shownTime(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes.last == UInt8(ascii: "Z") else { return nil }
        return String(decoding: bytes[..<10] + [UInt8(ascii: " ")] + bytes[11..<19], as: UTF8.self)
    }

    var isEmpty: Bool { text.isEmpty }

    /// As a person reads it, in exactly so many columns.
    func fitted(to width: Int, _ alignment: TableColumn.Alignment, on traits: TerminalTraits) -> String {
        let cut = Ellipsis.cut(shown, columns: width, traits.charset)
        let blanks = String(repeating: " ", count: max(0, width - DisplayWidth.of(cut)))
        let painted = tone.paint(cut, on: traits)
        return switch alignment {
        case .left: painted + blanks
        case .right: blanks + painted
        }
    }
}
