/// Classes of ASCII characters that names, amounts and times are made of.
extension UInt8 {
    /// The value of the digit `0` to `9`; `nil` for every other byte, digits of other scripts included.
    var digitValue: UInt8? {
        let value = self &- UInt8(ascii: "0")
        return value < 10 ? value : nil
    }

    var isCapitalOrDigit: Bool { digitValue != nil || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }

    var isSmallOrDigit: Bool { digitValue != nil || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }

    /// What a name may hold beside letters and digits.
    var isNamePunctuation: Bool {
        self == UInt8(ascii: ".") || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
    }
}
