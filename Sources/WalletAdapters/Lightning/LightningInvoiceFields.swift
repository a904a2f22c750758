/// The tagged fields of an invoice that decide whether it is paid; the others are for the node that pays.
struct LightningInvoiceFields {
    private(set) var paymentHash: [UInt8]?
    private(set) var descriptionHash: [UInt8]?
    private(set) var payee: [UInt8]?
    private(set) var lifetime: Duration?

    /// The letters that BOLT 11 names the fields by, as words.
    private enum Tag {
        static let paymentHash: UInt8 = 1  // p
        static let expiry: UInt8 = 6  // x
        static let payee: UInt8 = 19  // n
        static let descriptionHash: UInt8 = 23  // h
    }

    /// A hash of 256 bits takes as many words; one of another length is not for us (BOLT 11: skipped).
    private static let hashWords = 52
    /// So does a public key of 264 bits.
    private static let keyWords = 53
    /// Longer is no invoice but an attempt to overflow.
    private static let lifetimeSecondsMax: Int64 = 10 * 366 * 86_400

    mutating func read(_ words: ArraySlice<UInt8>) throws(LightningInvoiceError) {
        var rest = words
        while !rest.isEmpty {
            guard rest.count >= 3 else { throw .malformed }
            let tag = rest[rest.startIndex]
            let count = Int(rest[rest.startIndex + 1]) << 5 | Int(rest[rest.startIndex + 2])
            rest = rest.dropFirst(3)
            guard rest.count >= count else { throw .malformed }
            try take(tag, rest.prefix(count))
            rest = rest.dropFirst(count)
        }
    }

    private mutating func take(_ tag: UInt8, _ words: ArraySlice<UInt8>) throws(LightningInvoiceError) {
        switch (tag, words.count) {
        case (Tag.paymentHash, Self.hashWords): try Self.set(&paymentHash, Bech32.bytes(words))
        case (Tag.descriptionHash, Self.hashWords): try Self.set(&descriptionHash, Bech32.bytes(words))
        case (Tag.payee, Self.keyWords): try Self.set(&payee, Bech32.bytes(words))
        case (Tag.expiry, _):
            guard let seconds = Bech32.number(words), seconds <= Self.lifetimeSecondsMax else { throw .malformed }
            try Self.set(&lifetime, .seconds(seconds))
        default: return
        }
    }

    /// Two readers could choose different ones of two.
    private static func set<Field>(_ field: inout Field?, _ value: Field) throws(LightningInvoiceError) {
        guard field == nil else { throw .malformed }
        field = value
    }
}
