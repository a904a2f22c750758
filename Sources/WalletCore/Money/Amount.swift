/// An exact number of an asset, e.g. `12.50 USD`.
///
/// Arithmetic is checked: overflow and mixing assets are errors, never a wrapped value.
package struct Amount: Hashable, Sendable {
    /// The number of smallest units (10^-scale of the asset).
    package let units: Int128
    package let asset: Asset

    package init(units: Int128, of asset: Asset) {
        self.units = units
        self.asset = asset
    }

    package static func zero(of asset: Asset) -> Amount { Amount(units: 0, of: asset) }

    package var isZero: Bool { units == 0 }
    package var isNegative: Bool { units < 0 }
}
