/// Reads numbers and marks from the front of a short ASCII text.
struct TextScanner {
    /// No time, date or duration is longer; what follows is not looked at, and so never matches.
    private static let bytesMax = 48

    private let bytes: [UInt8]
    private var position = 0

    init(_ text: some StringProtocol) {
        bytes = Array(text.utf8.prefix(TextScanner.bytesMax))
    }

    var isAtEnd: Bool { position == bytes.count }

    /// Takes exactly this many digits.
    mutating func number(digits count: Int) -> Int? {
        let start = position
        guard let value = number(digitsMax: count), position - start == count else {
            position = start
            return nil
        }
        return value
    }

    /// Takes the digits that follow, at least one and at most this many (18 and fewer fit).
    mutating func number(digitsMax: Int) -> Int? {
        let start = position
        var value = 0
        while position < bytes.count, position - start < digitsMax, let digit = bytes[position].digitValue {
            value = value * 10 + Int(digit)
            position += 1
        }
        return position > start ? value : nil
    }

    /// Takes the character if it comes next.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
        position += 1
        return true
    }

    /// Takes whatever character comes next; `nil` at the end or where it is not ASCII.
    mutating func next() -> Unicode.Scalar? {
        guard position < bytes.count, bytes[position] < 0x80 else { return nil }
        defer { position += 1 }
        return Unicode.Scalar(bytes[position])
    }
}
