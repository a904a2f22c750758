/// Writes whole numbers of smallest units as decimals.
enum DecimalFormat {
    /// `units` × 10^-scale with exactly `scale` digits after the point, then a space and the suffix if there is one.
    static func text(_ units: UInt128, isNegative: Bool, scale: Int, suffix: String) -> String {
        let digits = max(digitCount(units), scale + 1)
        let start = isNegative ? 1 : 0
        let end = start + digits + (scale > 0 ? 1 : 0)
        let suffixBytes = suffix.utf8
        let length = end + (suffixBytes.isEmpty ? 0 : 1 + suffixBytes.count)
        var bytes = [UInt8](repeating: UInt8(ascii: "0"), count: length)
        if isNegative { bytes[0] = UInt8(ascii: "-") }
        write(units, scale: scale, into: &bytes, before: end)
        if scale > 0 { bytes[end - scale - 1] = UInt8(ascii: ".") }
        if !suffixBytes.isEmpty {
            bytes[end] = UInt8(ascii: " ")
            var position = end + 1
            for byte in suffixBytes {
                bytes[position] = byte
                position += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes the digits from the last one to the first that is not zero, leaving out the place of the point.
    private static func write(_ units: UInt128, scale: Int, into bytes: inout [UInt8], before end: Int) {
        var rest = units
        var written = 0
        while rest != 0 {
            // In pieces of a machine word: division of 128 bits is slow.
            let (next, low) = rest.quotientAndRemainder(dividingBy: 1_000_000_000_000_000_000)
            var piece = UInt64(low)
            let pieceEnd = next == 0 ? digitCount(low) : 18
            for _ in 0..<pieceEnd {
                let (quotient, digit) = piece.quotientAndRemainder(dividingBy: 10)
                let position = end - 1 - written - (scale > 0 && written >= scale ? 1 : 0)
                bytes[position] = UInt8(ascii: "0") + UInt8(digit)
                piece = quotient
                written += 1
            }
            rest = next
        }
    }

    /// The number of decimal digits; of zero it is 1.
    private static func digitCount(_ number: UInt128) -> Int {
        guard number != 0 else { return 1 }
        // 1233/4096 is just under log10(2): the estimate is right or one too small.
        let estimate = ((UInt128.bitWidth - number.leadingZeroBitCount) * 1233) >> 12
        return number >= UInt128.powersOfTen[estimate] ? estimate + 1 : estimate
    }
}
