/// The assets that are known by their codes: ISO 4217, a few coins, and what a configuration declares.
package struct AssetTable: Equatable, Sendable {
    private var assets: [PackedCode: Asset] = [:]
    private var names: [PackedCode: String] = [:]

    /// The built-in assets only.
    package init() {
        for (scale, codes) in AssetTable.builtIn {
            for code in codes.split(separator: " ") {
                let asset = Asset(code: String(code), scale: scale)
                if let key = PackedCode(asset.code.utf8.span) {
                    assets[key] = asset
                }
            }
        }
    }

    package func asset(_ code: String) throws(AssetError) -> Asset {
        guard let asset = asset(bytes: code.utf8.span) else {
            throw AssetTable.refusal(of: code, scale: 0)
        }
        return asset
    }

    /// What the configuration calls an asset, for a person; `nil` where it says nothing.
    package func name(_ code: String) -> String? { PackedCode(code.utf8.span).flatMap { names[$0] } }

    /// Makes an asset known, or gives a known one a name. Saying again what is known already changes nothing; another
    /// scale for a known code is refused, since amounts of it may be stored.
    @discardableResult
    package mutating func declare(_ code: String, scale: Int, name: String? = nil) throws(AssetError) -> Asset {
        guard let key = PackedCode(code.utf8.span) else {
            throw .malformedCode(SafeText.excerpt(code))
        }
        guard (0...Asset.scaleMax).contains(scale) else {
            throw .scaleOutOfRange(code: code, scale: scale)
        }
        if let existing = assets[key] {
            guard existing.scale == scale else {
                throw .redeclared(code: code, scale: scale, existing: existing.scale)
            }
            names[key] = name ?? names[key]
            return existing
        }
        let asset = Asset(code: code, scale: scale)
        assets[key] = asset
        names[key] = name
        return asset
    }

    /// The asset whose code has exactly these bytes.
    func asset(bytes: Span<UInt8>) -> Asset? {
        PackedCode(bytes).flatMap { assets[$0] }
    }

    /// Why a code that is not in the table is refused; `scale` is the one to suggest for its declaration.
    static func refusal(of code: String, scale: Int) -> AssetError {
        guard PackedCode(code.utf8.span) != nil else { return .malformedCode(SafeText.excerpt(code)) }
        return .unknown(code: code, scale: min(scale, Asset.scaleMax))
    }
}
