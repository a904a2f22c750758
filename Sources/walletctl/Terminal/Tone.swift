/// What a piece of output means, which a terminal may show as a colour.
enum Tone {
    case plain
    case heading
    case good
    case warning
    case bad
    case faint

    /// The text with this tone's colour around it, where the terminal has colours.
    func paint(_ text: String, on traits: TerminalTraits) -> String {
        guard let code, !text.isEmpty else { return text }
        return switch traits.colour {
        case .none: text
        case .ansi: "\u{1b}[\(code)m\(text)\u{1b}[0m"
        }
    }

    /// Select Graphic Rendition (ECMA-48, 8.3.117).
    private var code: String? {
        switch self {
        case .plain: nil
        case .heading: "1"
        case .good: "32"
        case .warning: "33"
        case .bad: "31"
        case .faint: "2"
        }
    }
}
