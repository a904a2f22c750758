/// Shows parts of a document inside of a sentence: short, and without what a terminal would act on.
enum Quotation {
    /// Keys are names and carry no secret.
    private static let keyScalarsMax = 64
    /// A number or date at full length fits.
    private static let numberScalarsMax = 40
    /// Shorter than access keys are; of a longer word only the beginning is shown, since it may be one.
    private static let wordScalarsMax = 20
    private static let beginningScalars = 8

    static func of(_ scalar: Unicode.Scalar) -> String {
        let kind = scalar.properties.generalCategory == .control ? "control character " : ""
        return isVisible(scalar) ? "'\(scalar)'" : kind + name(scalar)
    }

    /// A word that stands where a value must.
    static func of(word: ArraySlice<UInt8>) -> String {
        let isNumber = word.allSatisfy { $0.isDigit || "+-:._TtZzEe ".utf8.contains($0) }
        let text = String(decoding: word, as: UTF8.self)
        return "'\(shortened(text, beyond: isNumber ? numberScalarsMax : wordScalarsMax, to: beginningScalars))'"
    }

    /// A dotted key as one would write it.
    static func of(path: ArraySlice<KeyPart>) -> String {
        "'\(spelled(path))'"
    }

    static func spelled(_ path: ArraySlice<KeyPart>) -> String {
        let spelled = path.map { part in
            !part.name.isEmpty && part.name.utf8.allSatisfy(\.isBare) ? part.name : "\"\(part.name)\""
        }
        return shortened(spelled.joined(separator: "."), beyond: keyScalarsMax, to: keyScalarsMax)
    }

    private static func shortened(_ text: String, beyond limit: Int, to length: Int) -> String {
        let scalars = text.unicodeScalars
        let isShort = scalars.prefix(limit + 1).count <= limit
        let shown = scalars.prefix(isShort ? limit : length).map { isVisible($0) ? String($0) : name($0) }.joined()
        return isShort ? shown : shown + "…"
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        case .spaceSeparator: scalar == " "
        default: true
        }
    }

    private static func name(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
