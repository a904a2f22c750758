/// The rule for names in the configuration, of sources, alerts and the like: `[a-z0-9][a-z0-9._-]{0,62}`.
package enum Name {
    package static let bytesMax = 63

    package static func check(_ text: String) throws(NameError) {
        let bytes = text.utf8
        guard let first = bytes.first else {
            throw NameError(.name, .empty, in: text)
        }
        guard first.isSmallOrDigit else {
            throw NameError(.name, .firstCharacter, in: text)
        }
        guard bytes.allSatisfy({ $0.isSmallOrDigit || $0.isNamePunctuation }) else {
            throw NameError(.name, .character, in: text)
        }
        guard bytes.count <= bytesMax else {
            throw NameError(.name, .tooLong, in: text)
        }
    }
}
