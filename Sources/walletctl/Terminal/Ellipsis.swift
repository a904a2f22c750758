/// Cutting of texts that are too wide.
enum Ellipsis {
    /// The text as it is where it fits, else its beginning and a sign that there is more.
    static func cut(_ text: String, columns: Int, _ charset: TerminalTraits.Charset) -> String {
        guard DisplayWidth.of(text) > columns else { return text }
        let sign =
            switch charset {
            case .ascii: "~"
            case .unicode: "…"
            }
        return DisplayWidth.prefix(of: text, columns: columns - 1) + sign
    }
}
