/// A drawing surface of dots, shown as characters of a terminal.
struct DotGrid {
    private let charset: TerminalTraits.Charset
    private let columns: Int
    private let rows: Int
    /// By row from the bottom, then column.
    private var dots: [Bool]

    /// With so many characters side by side and above each other.
    init(charactersWide: Int, charactersHigh: Int, charset: TerminalTraits.Charset) {
        self.charset = charset
        columns = charactersWide * charset.dotsWide
        rows = charactersHigh * charset.dotsHigh
        dots = Array(repeating: false, count: columns * rows)
    }

    var dotColumns: Int { columns }
    var dotRows: Int { rows }

    mutating func drawVertical(column: Int, rows: ClosedRange<Int>) {
        for row in rows {
            dots[row * columns + column] = true
        }
    }

    /// From the top to the bottom.
    var lines: [String] {
        (0..<(rows / charset.dotsHigh)).reversed().map { row in
            (0..<(columns / charset.dotsWide)).reduce(into: "") { line, column in
                line.unicodeScalars.append(character(column: column, row: row))
            }
        }
    }

    private func character(column: Int, row: Int) -> Unicode.Scalar {
        switch charset {
        case .ascii: return isSet(column, row) ? "*" : " "
        case .unicode:
            let pattern = Self.brailleBits.reduce(UInt32(0)) { pattern, bit in
                isSet(column * 2 + bit.right, row * 4 + bit.up) ? pattern | bit.mask : pattern
            }
            return pattern == 0 ? " " : Unicode.Scalar(0x2800 + pattern) ?? " "
        }
    }

    private func isSet(_ column: Int, _ row: Int) -> Bool { dots[row * columns + column] }

    /// Which bit of a braille pattern's code is which dot (Unicode, Braille Patterns, U+2800 to U+28FF).
    private static let brailleBits: [(right: Int, up: Int, mask: UInt32)] = [
        (0, 3, 0x01), (0, 2, 0x02), (0, 1, 0x04), (1, 3, 0x08), (1, 2, 0x10), (1, 1, 0x20), (0, 0, 0x40), (1, 0, 0x80),
    ]
}

extension TerminalTraits.Charset {
    /// How many dots a character shows side by side.
    fileprivate var dotsWide: Int {
        switch self {
        case .ascii: 1
        case .unicode: 2
        }
    }

    fileprivate var dotsHigh: Int {
        switch self {
        case .ascii: 1
        case .unicode: 4
        }
    }
}
