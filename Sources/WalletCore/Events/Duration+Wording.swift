extension Duration {
    /// As a person says it: the two largest units that are not zero, e.g. `1d 2h`, `10m`, `250ms`; smaller ones are cut.
    package var wording: String {
        let total = wholeMilliseconds.magnitude
        let parts = Duration.units.map { unit in
            (count: total / unit.milliseconds % unit.perNext, symbol: unit.symbol)
        }
        guard let first = parts.firstIndex(where: { $0.count > 0 }) else { return "0s" }
        return parts[first...].prefix(2).filter { $0.count > 0 }
            .map { "\($0.count)\($0.symbol)" }
            .joined(separator: " ")
    }

    private static let units: [(symbol: String, milliseconds: UInt64, perNext: UInt64)] = [
        ("d", 86_400_000, .max), ("h", 3_600_000, 24), ("m", 60_000, 60), ("s", 1000, 60), ("ms", 1, 1000),
    ]
}
