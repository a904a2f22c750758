/// What is counted: a currency, a coin, a sort of points.
///
/// Two assets are the same when code and scale agree; a configuration never gives one code two scales.
package struct Asset: Hashable, Sendable {
    /// The digits after the point that an asset may have: more than any asset in use (ETH has 18), and few enough that
    /// ten to this power leaves room for eight digits before the point.
    package static let scaleMax = 30

    /// The name, as `[A-Z0-9][A-Z0-9._-]{0,15}`.
    package let code: String
    /// Digits after the decimal point; the smallest unit is 10^-scale.
    package let scale: Int

    /// For a scale that is known to be in range; one from outside goes through ``AssetTable/declare(_:scale:)``.
    package init(code: String, scale: Int) {
        precondition((0...Asset.scaleMax).contains(scale), "the scale of an asset is 0 to 30 digits")
        self.code = code
        self.scale = scale
    }
}
