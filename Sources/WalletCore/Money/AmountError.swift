/// Why a text is no amount, or why amounts cannot be reckoned with.
///
/// Texts are held as excerpts, fit to be shown.
package enum AmountError: Error, Equatable, Sendable {
    case malformed(text: String, DecimalFlaw)
    case noAsset(text: String)
    case asset(AssetError)
    /// More digits after the point than the asset has.
    case surplusDigits(text: String, asset: Asset)
    /// A number in units of 10^-shift has parts smaller than the asset's smallest.
    case lostDigit(text: String, shift: Int, asset: Asset)
    /// Well-formed, but more than can be counted.
    case tooLarge(text: String, asset: Asset)
    case mixedAssets(Asset, Asset)
    /// The result is more than can be counted.
    case overflow(asset: Asset)
}

extension AmountError: CustomStringConvertible {
    /// One line for a person.
    package var description: String {
        switch self {
        case .malformed(let text, let flaw):
            "\"\(text)\" is not an amount: \(flaw) (amounts are written like \"3000 KRW\" or \"-12.50 USD\")"
        case .noAsset(let text):
            "\"\(text)\" names no asset: after the number comes one space and the asset, as in \"3000 KRW\""
        case .asset(let error):
            error.description
        case .surplusDigits(let text, let asset):
            "\"\(text)\" has too many digits after the point: \(asset.code) has \(AmountError.digits(asset.scale))"
        case .lostDigit(let text, let shift, let asset):
            "\(text) in units of 10^-\(shift) \(asset.code) would lose a digit:"
                + " \(asset.code) has \(AmountError.digits(asset.scale)) after the point"
        case .tooLarge(let text, let asset):
            "\"\(text)\" is more \(asset.code) than can be counted, which is \(Amount(units: .max, of: asset))"
        case .mixedAssets(let left, let right):
            "\(AmountError.name(left, beside: right)) and \(AmountError.name(right, beside: left))"
                + " are different assets; they cannot be added or compared"
        case .overflow(let asset):
            "the result is more \(asset.code) than can be counted, which is \(Amount(units: .max, of: asset))"
        }
    }

    private static func digits(_ count: Int) -> String {
        switch count {
        case 0: "none"
        case 1: "1 digit"
        default: "\(count) digits"
        }
    }

    /// The code, with the scale where that alone tells the two apart.
    private static func name(_ asset: Asset, beside other: Asset) -> String {
        asset.code == other.code ? "\(asset.code) with scale \(asset.scale)" : asset.code
    }
}
