/// Reads integers and floats.
enum NumberReader {
    /// Nil: not a number at all.
    static func read(_ word: ArraySlice<UInt8>) throws(ScalarFault) -> TOMLKind? {
        if word.first == .zero, let mark = word.dropFirst().first, let base = base(of: mark) {
            guard let digits = try digits(of: word.dropFirst(2), in: base), digits.rest.isEmpty else { return nil }
            return try integer(digits.taken, in: base)
        }
        let isSigned = word.first == .plus || word.first == .minus
        let unsigned = isSigned ? word.dropFirst() : word
        if unsigned.elementsEqual("inf".utf8) || unsigned.elementsEqual("nan".utf8) { return float(word) }
        guard let whole = try digits(of: unsigned, in: 10) else { return nil }
        if whole.rest.isEmpty {
            try checkLeadingZero(whole.taken)
            return try integer((word.first == .minus ? "-" : "") + whole.taken, in: 10)
        }
        guard try isFraction(whole.rest) else { return nil }
        try checkLeadingZero(whole.taken)
        return float(word)
    }

    private static func base(of mark: UInt8) -> UInt8? {
        switch mark {
        case UInt8(ascii: "x"): 16
        case UInt8(ascii: "o"): 8
        case UInt8(ascii: "b"): 2
        default: nil
        }
    }

    private static func float(_ word: ArraySlice<UInt8>) -> TOMLKind {
        .float(text: String(decoding: word.filter { $0 != .underscore }, as: UTF8.self))
    }

    /// Splits digits without their underscores from what follows; nil if there is no digit.
    private static func digits(
        of word: ArraySlice<UInt8>, in base: UInt8
    ) throws(ScalarFault) -> (taken: String, rest: ArraySlice<UInt8>)? {
        let isDigit = { (byte: UInt8) in byte.digitValue.map { $0 < base } ?? false }
        let run = word.prefix { isDigit($0) || $0 == .underscore }
        let taken = run.filter { $0 != .underscore }
        guard !taken.isEmpty else { return nil }
        let groups = run.split(separator: .underscore, omittingEmptySubsequences: false)
        guard groups.allSatisfy({ !$0.isEmpty }) else {
            throw ScalarFault(code: .invalidNumber, reason: "has an underscore that does not stand between two digits")
        }
        return (String(decoding: taken, as: UTF8.self), word.dropFirst(run.count))
    }

    /// Whether this is what may follow the whole part of a float: a fraction, an exponent, or both.
    private static func isFraction(_ word: ArraySlice<UInt8>) throws(ScalarFault) -> Bool {
        var rest = word
        if rest.first == .period {
            guard let fraction = try digits(of: rest.dropFirst(), in: 10) else {
                throw ScalarFault(code: .invalidNumber, reason: "needs digits on both sides of its point")
            }
            rest = fraction.rest
        }
        if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if rest.first == .plus || rest.first == .minus { rest = rest.dropFirst() }
            guard let exponent = try digits(of: rest, in: 10) else {
                throw ScalarFault(code: .invalidNumber, reason: "needs digits in its exponent")
            }
            rest = exponent.rest
        }
        return rest.isEmpty
    }

    private static func checkLeadingZero(_ digits: String) throws(ScalarFault) {
        guard digits == "0" || digits.first != "0" else {
            throw ScalarFault(code: .invalidNumber, reason: "must not start with a zero")
        }
    }

    private static func integer(_ digits: String, in base: UInt8) throws(ScalarFault) -> TOMLKind {
        guard let integer = Int64(digits, radix: Int(base)) else {
            throw ScalarFault(code: .integerRange, reason: "does not fit in 64 bits")
        }
        return .integer(integer)
    }
}
