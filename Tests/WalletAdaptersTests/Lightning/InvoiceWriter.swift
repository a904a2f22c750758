import WalletAdapters

/// Writes invoices of BOLT 11 with whatever is wanted in them, and a signature of zeros.
struct InvoiceWriter {
    var prefix = "lnbc"
    /// As it stands in the readable part, e.g. `25u`.
    var amount = "210u"
    var created: UInt64 = 1_795_000_000
    var fields: [(tag: UInt8, words: [UInt8])]

    static let paymentHash: UInt8 = 1
    static let expiry: UInt8 = 6
    static let payee: UInt8 = 19
    static let descriptionHash: UInt8 = 23

    private static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l")

    init(paymentHash: [UInt8] = [UInt8](repeating: 0xAB, count: 32), descriptionHash: [UInt8]? = nil) {
        fields = [(Self.paymentHash, Self.words(paymentHash))]
        if let descriptionHash { fields.append((Self.descriptionHash, Self.words(descriptionHash))) }
    }

    var text: String {
        var words = (0..<7).map { UInt8(created >> (30 - 5 * UInt64($0)) & 31) }
        for field in fields {
            words += [field.tag, UInt8(field.words.count >> 5), UInt8(field.words.count & 31)] + field.words
        }
        words += [UInt8](repeating: 0, count: 104)
        let readable = prefix + amount
        let expanded = readable.utf8.map { $0 >> 5 } + [0] + readable.utf8.map { $0 & 31 }
        let sum = Self.polymod(expanded + words + [0, 0, 0, 0, 0, 0]) ^ 1
        let checksum = (0..<6).map { UInt8(sum >> (25 - 5 * UInt32($0)) & 31) }
        return "\(readable)1" + String((words + checksum).map { Self.alphabet[Int($0)] })
    }

    static func words(_ bytes: [UInt8]) -> [UInt8] {
        let bits = bytes.flatMap { byte in (0..<8).map { byte >> (7 - UInt8($0)) & 1 } }
        return stride(from: 0, to: bits.count, by: 5).map { start in
            (0..<5).reduce(0) { $0 << 1 | (start + $1 < bits.count ? bits[start + $1] : 0) }
        }
    }

    /// The smallest number of words that holds it.
    static func words(_ number: UInt64) -> [UInt8] {
        var words: [UInt8] = []
        var rest = number
        repeat {
            words.insert(UInt8(rest & 31), at: 0)
            rest >>= 5
        } while rest > 0
        return words
    }

    private static func polymod(_ words: [UInt8]) -> UInt32 {
        var sum: UInt32 = 1
        for word in words {
            let top = sum >> 25
            sum = (sum & 0x1FFFFFF) << 5 ^ UInt32(word)
            for (bit, generator) in [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3].enumerated()
            where top >> UInt32(bit) & 1 == 1 {
                sum ^= UInt32(generator)
            }
        }
        return sum
    }
}
