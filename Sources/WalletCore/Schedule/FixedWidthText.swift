/// Numbers and marks in columns, as dates and times are written.
struct FixedWidthText {
    /// RFC 3339 with milliseconds takes 24 bytes.
    private static let bytesUsual = 24

    private var bytes: [UInt8] = []

    init() {
        bytes.reserveCapacity(FixedWidthText.bytesUsual)
    }

    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Appends the last `width` digits of a number that is not negative.
    mutating func append(_ number: Int, width: Int) {
        var place = 1
        for _ in 1..<width { place *= 10 }
        while place > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(number / place % 10))
            place /= 10
        }
    }

    /// Appends one ASCII character.
    mutating func append(_ character: Unicode.Scalar) {
        bytes.append(UInt8(ascii: character))
    }

    /// Appends `YYYY-MM-DD`.
    mutating func append(_ date: CalendarDate) {
        let (year, month, day) = date.components
        append(year, width: 4)
        append("-")
        append(month, width: 2)
        append("-")
        append(day, width: 2)
    }
}
