/// One fault of a document: where it is, its kind, and a sentence for the person who wrote it.
///
/// The sentence names keys and quotes at most a few characters of a value, because a value may be a secret.
package struct TOMLError: Error, Sendable, Hashable, CustomStringConvertible {
    package let position: TOMLPosition
    package let code: Code
    package let message: String

    package var description: String { "\(position): \(message)" }

    package enum Code: Sendable, Hashable {
        /// The bytes are not UTF-8 text.
        case encoding
        /// A control character, or a carriage return that no line feed follows.
        case controlCharacter
        /// More bytes than the caller allows.
        case tooLarge
        /// More levels of tables and arrays than `TOMLDocument.depthMax`.
        case tooDeep
        /// Another character stands where a key, `=`, `]`, a value or the end of the line must.
        case unexpected
        /// A string, an array or an inline table without its end.
        case unclosed
        /// A backslash in a string before something that is no escape.
        case invalidEscape
        /// A word that is no value, most often a string without quotes.
        case invalidValue
        case invalidNumber
        /// An integer that does not fit in 64 bits.
        case integerRange
        /// A date or time that is malformed or not in the calendar.
        case invalidDateTime
        case duplicateKey
        case duplicateTable
        /// A key or header goes through something that is no table, or that must not be extended.
        case conflict
    }
}
