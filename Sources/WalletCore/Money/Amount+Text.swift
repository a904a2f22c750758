extension Amount {
    /// By how many places a number may be shifted when it is read.
    package static let shifts = 0...Asset.scaleMax

    /// Reads `-?digits[.digits] ASSET`: one space, at most the asset's scale digits after the point (zeros count),
    /// at most 34 significant digits. Leading zeros are read, so is `-0`, which is zero.
    package static func parse(_ text: String, assets: AssetTable) throws(AmountError) -> Amount {
        let bytes = text.utf8.span
        let decimal: DecimalText
        do {
            decimal = try DecimalText(prefixOf: bytes)
        } catch {
            throw .malformed(text: SafeText.excerpt(text), error)
        }
        let end = decimal.byteCount
        guard end < bytes.count else {
            throw .noAsset(text: SafeText.excerpt(text))
        }
        guard bytes[end] == UInt8(ascii: " ") else {
            throw .malformed(text: SafeText.excerpt(text), DecimalText.flaw(at: bytes[end]))
        }
        guard let asset = assets.asset(bytes: bytes.extracting((end + 1)...)) else {
            let code = String(Substring(text.utf8.dropFirst(end + 1)))
            throw .asset(AssetTable.refusal(of: code, scale: decimal.writtenFractionDigits))
        }
        return try Amount(decimal, of: asset, text: text)
    }

    /// Reads the number of an amount whose asset stands elsewhere, as in JSON, by the same rules.
    package static func parse(decimal text: String, of asset: Asset) throws(AmountError) -> Amount {
        try Amount(decimalText(text), of: asset, text: text)
    }

    /// Reads a JSON number (or the same in a string) that counts units of 10^-shift of the asset, as services do that
    /// count in cents, wei or millisatoshi.
    ///
    /// It is read from its digits. An exponent is refused, and so is a number with parts below the asset's smallest
    /// unit; zeros there are none, for an interface writes `12500.0` where it means 12500. `shift` is one of
    /// ``shifts``.
    package static func parse(digits text: String, shift: Int, of asset: Asset) throws(AmountError) -> Amount {
        precondition(shifts.contains(shift), "a shift is 0 to 30 places")
        let decimal = try decimalText(text)
        let places = asset.scale - decimal.fractionDigits - shift
        guard let magnitude = decimal.digits.movingPoint(by: places) else {
            guard places < 0 else { throw .tooLarge(text: SafeText.excerpt(text), asset: asset) }
            throw .lostDigit(text: SafeText.excerpt(text), shift: shift, asset: asset)
        }
        guard let units = Int128(magnitude, isNegative: decimal.isNegative) else {
            throw .tooLarge(text: SafeText.excerpt(text), asset: asset)
        }
        return Amount(units: units, of: asset)
    }

    private static func decimalText(_ text: String) throws(AmountError) -> DecimalText {
        do {
            return try DecimalText(text)
        } catch {
            throw .malformed(text: SafeText.excerpt(text), error)
        }
    }

    private init(_ decimal: DecimalText, of asset: Asset, text: String) throws(AmountError) {
        guard decimal.writtenFractionDigits <= asset.scale else {
            throw .surplusDigits(text: SafeText.excerpt(text), asset: asset)
        }
        let power = UInt128.powersOfTen[asset.scale - decimal.fractionDigits]
        let (magnitude, overflow) = decimal.digits.multipliedReportingOverflow(by: power)
        guard !overflow, let units = Int128(magnitude, isNegative: decimal.isNegative) else {
            throw .tooLarge(text: SafeText.excerpt(text), asset: asset)
        }
        self.init(units: units, of: asset)
    }
}

extension Amount: CustomStringConvertible {
    /// The number with exactly the asset's scale digits after the point, e.g. `12.50`.
    package var decimal: String {
        DecimalFormat.text(units.magnitude, isNegative: isNegative, scale: asset.scale, suffix: "")
    }

    /// As people write it, e.g. `12.50 USD`.
    package var description: String {
        DecimalFormat.text(units.magnitude, isNegative: isNegative, scale: asset.scale, suffix: asset.code)
    }
}

extension Int128 {
    /// The number with this magnitude and sign; `nil` where it does not fit.
    init?(_ magnitude: UInt128, isNegative: Bool) {
        if isNegative {
            guard magnitude <= Int128.min.magnitude else { return nil }
            self = 0 &- Int128(truncatingIfNeeded: magnitude)
        } else {
            guard magnitude <= Int128.max.magnitude else { return nil }
            self = Int128(magnitude)
        }
    }
}

extension UInt128 {
    /// The number times 10^places; `nil` where that is too large or not whole.
    func movingPoint(by places: Int) -> UInt128? {
        guard self != 0 else { return 0 }
        // Past 10^38 nothing but zero fits or is divisible.
        guard places.magnitude < UInt128.powersOfTen.count else { return nil }
        let power = UInt128.powersOfTen[Int(places.magnitude)]
        if places >= 0 {
            let (product, overflow) = multipliedReportingOverflow(by: power)
            return overflow ? nil : product
        }
        let (quotient, remainder) = quotientAndRemainder(dividingBy: power)
        return remainder == 0 ? quotient : nil
    }
}
