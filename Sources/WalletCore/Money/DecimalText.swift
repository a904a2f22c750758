/// A decimal number as text has it: `-?digits[.digits]` in ASCII, nothing rounded.
///
/// Leading zeros are allowed, as exports pad with them. Zeros at the end of the fraction count as written digits but
/// not as significant ones, so that an amount that was read can be read again as it is shown.
struct DecimalText {
    /// As many as an IEEE 754 decimal128 holds.
    static let significantDigitsMax = 34

    /// A minus sign was written; also for `-0`.
    let isNegative: Bool
    /// The digits as one whole number, without the zeros at the end of the fraction.
    let digits: UInt128
    /// How many of ``digits`` stand after the point.
    let fractionDigits: Int
    /// How many digits were written after the point, zeros at the end included.
    let writtenFractionDigits: Int
    /// How many bytes the number takes.
    let byteCount: Int

    /// Reads a text that is nothing but a number.
    init(_ text: String) throws(DecimalFlaw) {
        let bytes = text.utf8.span
        self = try DecimalText(prefixOf: bytes)
        guard byteCount == bytes.count else { throw DecimalText.flaw(at: bytes[byteCount]) }
    }

    /// Reads the number that the bytes begin with; anything may follow it.
    init(prefixOf bytes: Span<UInt8>) throws(DecimalFlaw) {
        isNegative = !bytes.isEmpty && bytes[0] == UInt8(ascii: "-")
        let start = isNegative ? 1 : 0
        var position = start
        var number = Number()
        while position < bytes.count, let digit = bytes[position].digitValue {
            try number.append(digit, afterZeros: 0)
            position += 1
        }
        guard position > start else { throw DecimalText.flaw(atStartOf: bytes) }
        var kept = 0
        var written = 0
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            while position < bytes.count, let digit = bytes[position].digitValue {
                if digit != 0 {
                    try number.append(digit, afterZeros: written - kept)
                    kept = written + 1
                }
                written += 1
                position += 1
            }
            guard written > 0 else { throw .noDigitAfterPoint }
        }
        digits = number.value
        fractionDigits = kept
        writtenFractionDigits = written
        byteCount = position
    }

    /// Why the byte after a number makes the text something else.
    static func flaw(at byte: UInt8) -> DecimalFlaw {
        switch byte {
        case UInt8(ascii: "e"), UInt8(ascii: "E"): .exponent
        case UInt8(ascii: ","), UInt8(ascii: "_"), UInt8(ascii: "'"): .grouping
        default: .character
        }
    }

    private static func flaw(atStartOf bytes: Span<UInt8>) -> DecimalFlaw {
        guard !bytes.isEmpty else { return .empty }
        return bytes[0] == UInt8(ascii: "+") ? .plusSign : .noDigitBeforePoint
    }

    /// The digits read so far.
    private struct Number {
        var value: UInt128 = 0
        private var significantDigits = 0

        /// Appends the zeros and then the digit.
        mutating func append(_ digit: UInt8, afterZeros zeros: Int) throws(DecimalFlaw) {
            guard value != 0 else {
                value = UInt128(digit)
                significantDigits = digit == 0 ? 0 : 1
                return
            }
            significantDigits += zeros + 1
            guard significantDigits <= DecimalText.significantDigitsMax else { throw .tooManyDigits }
            // Fits: 34 digits are less than 2^113.
            value = value &* (zeros == 0 ? 10 : UInt128.powersOfTen[zeros + 1]) &+ UInt128(digit)
        }
    }
}

extension UInt128 {
    /// 10^0 to 10^38, all powers of ten that fit.
    static let powersOfTen: [UInt128] = {
        var powers: [UInt128] = [1]
        for _ in 1...38 { powers.append(powers[powers.count - 1] * 10) }
        return powers
    }()
}
