import WalletCore

/// Spells keys in messages.
enum KeySpelling {
    /// A dotted key as one would write it.
    static func spelled(_ keys: [String]) -> String { keys.map(spelled).joined(separator: ".") }

    /// One key, quoted where TOML asks for it, and fit to be shown.
    static func spelled(_ key: String) -> String {
        !key.isEmpty && key.utf8.allSatisfy(isBare) ? SafeText.excerpt(key) : "\"\(SafeText.excerpt(key))\""
    }

    private static func isBare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        case _: false
        }
    }
}
