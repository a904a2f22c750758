import WalletCore

/// Amounts as columns hold them: decimal texts with exactly the asset's scale digits after the point.
extension Amount {
    /// Reads what ``decimal`` wrote; `nil` for anything else.
    init?(stored text: String, code: String) {
        self.init(stored: text.utf8.span, code: code)
    }

    /// The same, of bytes.
    init?(stored text: Span<UInt8>, code: String) {
        var units: Int128 = 0
        var scale: Int?
        var digits = 0
        let isNegative = !text.isEmpty && text[0] == UInt8(ascii: "-")
        for index in (isNegative ? 1 : 0)..<text.count {
            let byte = text[index]
            guard byte != UInt8(ascii: ".") else {
                guard scale == nil, digits > 0 else { return nil }
                scale = 0
                continue
            }
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            // Downwards, because the smallest number has no positive counterpart.
            let (shifted, overflow) = units.multipliedReportingOverflow(by: 10)
            let (sum, carried) = shifted.subtractingReportingOverflow(Int128(byte - UInt8(ascii: "0")))
            guard !overflow, !carried else { return nil }
            units = sum
            digits += 1
            if let places = scale { scale = places + 1 }
        }
        guard digits > 0, scale != 0, scale ?? 0 <= Asset.scaleMax, isNegative || units != .min else { return nil }
        self.init(units: isNegative ? units : -units, of: Asset(code: code, scale: scale ?? 0))
    }
}

extension Amount {
    /// Reads an amount with its asset, as ``description`` writes it: `12.50 USD`.
    init?(stored text: String) {
        let parts = text.split(separator: " ", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        self.init(stored: String(parts[0]), code: String(parts[1]))
    }
}

extension Holding.KnownBalance {
    /// What the column `total` holds: NULL where it is equal to what is available.
    var storedTotal: String? { total == available ? nil : total.decimal }
}
