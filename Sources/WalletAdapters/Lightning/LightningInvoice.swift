package import WalletCore

/// What an invoice of BOLT 11 asks for.
///
/// The signature is not checked here: the node that pays does it.
package struct LightningInvoice: Equatable, Sendable {
    /// In small letters, as it goes out.
    package let text: String
    /// Of the chain, e.g. `bc`.
    package let networkPrefix: String
    package let millisatoshi: Int64
    package let created: Timestamp
    /// How long it can be paid.
    package let lifetime: Duration
    package let paymentHash: [UInt8]
    /// SHA-256 of a description that is told elsewhere.
    package let descriptionHash: [UInt8]?
    /// The node to pay, where the invoice names it beside its signature.
    package let payee: [UInt8]?

    package var expires: Timestamp { created + lifetime }

    /// An invoice with route hints has some hundred bytes.
    private static let bytesMax = 8192
    /// Where it says nothing of it.
    private static let lifetimeDefault = Duration.seconds(3600)
    private static let signatureWords = 104
    private static let timestampWords = 7

    package init(_ text: String) throws(LightningInvoiceError) {
        guard text.utf8.count <= Self.bytesMax, let document = Bech32(text), document.prefix.hasPrefix("ln") else {
            throw .malformed
        }
        self.text = text.lowercased()
        let parts = document.prefix.dropFirst(2)
        let network = parts.prefix { !$0.isNumber }
        networkPrefix = String(network)
        millisatoshi = try Self.millisatoshi(parts.dropFirst(network.count))
        guard document.words.count >= Self.timestampWords + Self.signatureWords,
            let seconds = Bech32.number(document.words.prefix(Self.timestampWords))
        else { throw .malformed }
        created = Timestamp(milliseconds: seconds * 1000)
        var fields = LightningInvoiceFields()
        try fields.read(document.words.dropFirst(Self.timestampWords).dropLast(Self.signatureWords))
        guard let paymentHash = fields.paymentHash else { throw .noPaymentHash }
        self.paymentHash = paymentHash
        descriptionHash = fields.descriptionHash
        payee = fields.payee
        lifetime = fields.lifetime ?? Self.lifetimeDefault
    }

    /// The amount stands in bitcoin, or in a thousandth, millionth, billionth or trillionth of one.
    private static func millisatoshi(_ text: Substring) throws(LightningInvoiceError) -> Int64 {
        guard let last = text.last else { throw .noAmount }
        let multipliers: [Character: (multiplier: Int64, divisor: Int64)] = [
            "m": (100_000_000, 1), "u": (100_000, 1), "n": (100, 1), "p": (1, 10),
        ]
        let unit = multipliers[last]
        let digits = unit == nil ? text : text.dropLast()
        guard digits.first != "0", digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int64(digits)
        else { throw .malformed }
        let (multiplier, divisor) = unit ?? (100_000_000_000, 1)
        let (product, overflow) = number.multipliedReportingOverflow(by: multiplier)
        guard !overflow, product % divisor == 0 else { throw .malformed }
        return product / divisor
    }
}
