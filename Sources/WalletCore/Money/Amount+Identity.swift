extension Amount {
    /// As text that is kept and compared, exact at any scale: the units, and the power of ten that they count.
    var identity: String { "\(units)e-\(asset.scale)\(asset.code)" }
}
