/// Text from outside, made fit for a message, a log line or a terminal.
///
/// Control characters are shown as their bytes, `\x0a` for a line feed. So are the line and paragraph separators and
/// the characters that turn the direction of writing (Unicode's explicit bidirectional controls): they too can make
/// a line read as something else than it is.
package enum SafeText {
    /// The length of a message from outside, in bytes of UTF-8.
    package static let messageBytesMax = 512
    /// The length of what an error quotes of a text: enough to find it again.
    private static let excerptBytesMax = 64

    /// The text, cut at ``messageBytesMax`` bytes between two characters.
    package static func message(_ text: String) -> String { message(bytes: text.utf8) }

    /// The same for bytes that need not be UTF-8: those that are not are shown like control characters.
    package static func message(bytes: some Collection<UInt8>) -> String {
        shown(bytes, bytesMax: messageBytesMax).text
    }

    /// A short piece of the text to quote in an error, with `…` where it was cut.
    package static func excerpt(_ text: String) -> String {
        let (text, isWhole) = shown(text.utf8, bytesMax: excerptBytesMax)
        return isWhole ? text : text + "…"
    }

    private static func shown(_ bytes: some Collection<UInt8>, bytesMax: Int) -> (text: String, isWhole: Bool) {
        // No byte is shown as nothing, so this many are enough; the last three finish a character.
        let start = Array(bytes.prefix(bytesMax + 3))
        var shown: [UInt8] = []
        shown.reserveCapacity(min(start.count, bytesMax))
        var position = 0
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = start.makeIterator()
        while true {
            let end: Int
            let isEscaped: Bool
            switch parser.parseScalar(from: &iterator) {
            case .emptyInput:
                return (String(decoding: shown, as: UTF8.self), true)
            case .error(let length):
                end = position + length
                isEscaped = true
            case .valid(let encoded):
                end = position + encoded.count
                isEscaped = isHidden(UTF8.decode(encoded))
            }
            let piece = start[position..<end]
            guard shown.count + piece.count * (isEscaped ? 4 : 1) <= bytesMax else {
                return (String(decoding: shown, as: UTF8.self), false)
            }
            if isEscaped { appendEscaped(piece, to: &shown) } else { shown += piece }
            position = end
        }
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private static func appendEscaped(_ bytes: ArraySlice<UInt8>, to shown: inout [UInt8]) {
        for byte in bytes {
            shown += [UInt8(ascii: "\\"), UInt8(ascii: "x"), hexDigit(byte >> 4), hexDigit(byte & 15)]
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
