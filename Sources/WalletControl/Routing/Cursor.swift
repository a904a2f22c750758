import FoundationEssentials

/// The `next` of a page: where the rest of a list begins, as text that a client hands back and does not read.
enum Cursor {
    /// In the alphabet that needs no encoding in a URL (RFC 4648, section 5), without padding.
    static func text(_ position: String) -> String {
        Data(position.utf8).base64EncodedString().reduce(into: "") { text, character in
            switch character {
            case "+": text.append("-")
            case "/": text.append("_")
            case "=": break
            case _: text.append(character)
            }
        }
    }

    static func position(_ text: String) -> String? {
        let standard = text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 }
        let padding = String(repeating: "=", count: (4 - standard.count % 4) % 4)
        guard !standard.isEmpty, let bytes = Data(base64Encoded: String(standard) + padding) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}
