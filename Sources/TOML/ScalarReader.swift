/// Tells booleans, numbers, dates and times apart and reads them.
enum ScalarReader {
    static func read(_ word: ArraySlice<UInt8>) throws(ScalarFault) -> TOMLKind {
        switch String(decoding: word, as: UTF8.self) {
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        default: break
        }
        if isDateShaped(word.prefix(10)) || isTimeShaped(word) { return try DateTimeReader.read(word) }
        if let kind = try NumberReader.read(word) { return kind }
        throw refusal(of: word)
    }

    /// Whether the word is digits and hyphens in the places of `1979-05-27`.
    static func isDateShaped(_ word: ArraySlice<UInt8>) -> Bool {
        word.count == 10
            && zip(word, "0000-00-00".utf8).allSatisfy { $1 == .zero ? $0.isDigit : $0 == $1 }
    }

    private static func isTimeShaped(_ word: ArraySlice<UInt8>) -> Bool {
        word.prefix(2).allSatisfy(\.isDigit) && word.dropFirst(2).first == .colon
    }

    private static func refusal(of word: ArraySlice<UInt8>) -> ScalarFault {
        let lowercase = word.map { $0.isLetter ? $0 | 0x20 : $0 }
        if ["true", "false", "inf", "nan"].contains(where: { $0.utf8.elementsEqual(lowercase) }) {
            return ScalarFault(code: .invalidValue, reason: "must be written in lower case")
        }
        guard let first = word.first, first.isDigit || first == .plus || first == .minus || first == .period else {
            return ScalarFault(code: .invalidValue, reason: "is not a value (strings need quotes)")
        }
        return ScalarFault(code: .invalidNumber, reason: "is not a valid number or date (strings need quotes)")
    }
}
