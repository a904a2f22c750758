/// A text of BIP 173: a readable part, and data in words of five bits with a checksum. Of any length, as BOLT 11 and
/// LUD-01 use it.
struct Bech32: Equatable {
    let prefix: String
    /// Without the checksum.
    let words: [UInt8]

    private static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
    private static let generators: [UInt32] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3]
    private static let checksumWords = 6

    /// `nil` where the text has another form, or its checksum does not match.
    init?(_ text: String) {
        let isMixed = text.utf8.contains { $0 >= 0x41 && $0 <= 0x5A } && text.utf8.contains { $0 >= 0x61 && $0 <= 0x7A }
        guard !isMixed, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        let bytes = Array(text.lowercased().utf8)
        guard let separator = bytes.lastIndex(of: UInt8(ascii: "1")), separator > 0 else { return nil }
        var words: [UInt8] = []
        for byte in bytes[(separator + 1)...] {
            guard let word = Self.alphabet.firstIndex(of: byte) else { return nil }
            words.append(UInt8(word))
        }
        let prefix = bytes[..<separator]
        let expanded = prefix.map { $0 >> 5 } + [0] + prefix.map { $0 & 31 }
        guard words.count >= Self.checksumWords, Self.polymod(expanded + words) == 1 else { return nil }
        self.prefix = String(decoding: prefix, as: UTF8.self)
        self.words = words.dropLast(Self.checksumWords)
    }

    private static func polymod(_ words: [UInt8]) -> UInt32 {
        words.reduce(1) { checksum, word in
            let top = checksum >> 25
            let next = (checksum & 0x1ff_ffff) << 5 ^ UInt32(word)
            return generators.enumerated().reduce(next) { (top >> $1.offset) & 1 == 1 ? $0 ^ $1.element : $0 }
        }
    }

    /// Words as bytes; bits that are left over at the end are padding.
    static func bytes(_ words: some Sequence<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer: UInt32 = 0
        var bits = 0
        for word in words {
            buffer = (buffer << 5 | UInt32(word)) & 0xfff
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
            }
        }
        return bytes
    }

    /// Words as one number; `nil` where it does not fit.
    static func number(_ words: some Sequence<UInt8>) -> Int64? {
        var number: Int64 = 0
        for word in words {
            guard number <= Int64.max >> 5 else { return nil }
            number = number << 5 | Int64(word)
        }
        return number
    }
}
