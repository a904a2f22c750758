/// The rule for accounts, which are named from outside: 1 to 128 bytes of UTF-8 without control characters and `/`.
package enum AccountName {
    package static let bytesMax = 128

    package static func check(_ text: String) throws(NameError) {
        guard !text.isEmpty else {
            throw NameError(.account, .empty, in: text)
        }
        guard text.utf8.count <= bytesMax else {
            throw NameError(.account, .tooLong, in: text)
        }
        for scalar in text.unicodeScalars {
            if scalar == "/" {
                throw NameError(.account, .slash, in: text)
            }
            // C0, DEL and C1: the characters of Unicode's category Cc.
            if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
                throw NameError(.account, .controlCharacter, in: text)
            }
        }
    }
}
