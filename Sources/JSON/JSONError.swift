/// Why bytes are not a JSON document.
package struct JSONError: Error, Equatable {
    package let code: Code

    /// The first byte that is wrong, counted from 0; the length of the document where it ends too early.
    /// An escape, an ill-formed UTF-8 sequence and a repeated name are named by where they begin.
    package let offset: Int

    package init(_ code: Code, at offset: Int) {
        self.code = code
        self.offset = offset
    }

    package enum Code: Sendable, Equatable {
        /// The document is longer than the caller allows.
        case tooLarge(bytesMax: Int)
        /// No bytes, or white space only.
        case empty
        /// UTF-8 needs no mark, and RFC 8259 §8.1 forbids to send one.
        case byteOrderMark
        case unexpectedEnd
        case unexpectedByte(UInt8, expected: Expected)
        /// Something stands after the document.
        case trailingByte(UInt8)
        /// More than ``JSONLimits/depthMax`` arrays and objects within each other.
        case tooDeep
        case leadingZero
        /// A control character in a string that is not escaped.
        case controlCharacter(UInt8)
        case malformedEscape
        /// Half of a surrogate pair: it stands for no character.
        case loneSurrogate
        /// Overlong, a surrogate, above U+10FFFF, cut short, or a stray byte.
        case invalidUTF8
        /// Names are compared as they are after their escapes are resolved.
        case repeatedName(String)
    }

    /// What could have stood at the place; the raw value is how a sentence names it.
    package enum Expected: String, Sendable {
        case value = "a value"
        case valueOrBracket = "a value or \"]\""
        case name = "a member name in double quotes"
        case nameOrBrace = "a member name in double quotes or \"}\""
        case colon = "\":\""
        case commaOrBracket = "\",\" or \"]\""
        case commaOrBrace = "\",\" or \"}\""
        case digit = "a digit"
        case restOfTrue = "the rest of \"true\""
        case restOfFalse = "the rest of \"false\""
        case restOfNull = "the rest of \"null\""
    }
}

extension JSONError: CustomStringConvertible {
    package var description: String {
        "byte \(offset): \(code.sentence)"
    }
}

extension JSONError.Code {
    fileprivate var sentence: String {
        switch self {
        case .tooLarge(let bytesMax): "the document is longer than \(bytesMax) bytes"
        case .empty: "the document is empty"
        case .byteOrderMark: "the document starts with a byte order mark; send UTF-8 without one"
        case .unexpectedEnd: "the document ends too early"
        case .unexpectedByte(let byte, let expected): "expected \(expected.rawValue), found \(byte.shown)"
        case .trailingByte(let byte): "the document is over, but \(byte.shown) follows"
        case .tooDeep: "more than \(JSONLimits.depthMax) arrays and objects within each other"
        case .leadingZero: "a number has a zero before its first digit"
        case .controlCharacter(let byte): "the control character \(byte.shown) in a string must be escaped"
        case .malformedEscape: "an escape that JSON does not have"
        case .loneSurrogate: "an escape is half of a surrogate pair and stands for no character"
        case .invalidUTF8: "not UTF-8"
        case .repeatedName(let name): "the member name \(name.excerpt) stands twice"
        }
    }
}

extension UInt8 {
    /// Printable ASCII in quotes, anything else as `0x1B`.
    fileprivate var shown: String {
        switch self {
        case 0x21...0x7E: "\"\(Character(Unicode.Scalar(self)))\""
        default: "0x" + (self < 0x10 ? "0" : "") + String(self, radix: 16, uppercase: true)
        }
    }
}
