/// An asset's code as one number: its bytes, the first one highest. Only well-formed codes have one.
///
/// Look-up by bytes, not by text: as text, `KRW` written with the Kelvin sign would equal the plain one.
struct PackedCode: Hashable {
    static let bytesMax = 16

    private let bytes: UInt128

    /// `nil` unless the bytes are `[A-Z0-9][A-Z0-9._-]{0,15}`.
    init?(_ code: Span<UInt8>) {
        guard (1...PackedCode.bytesMax).contains(code.count), code[0].isCapitalOrDigit else { return nil }
        var packed: UInt128 = 0
        for index in code.indices {
            let byte = code[index]
            guard byte.isCapitalOrDigit || byte.isNamePunctuation else { return nil }
            packed = packed << 8 | UInt128(byte)
        }
        bytes = packed
    }
}
