extension Duration {
    /// The longest duration that can be written: beyond it lies a slip of the pen.
    package static let writtenMax = Duration.seconds(100 * 365 * 86_400)

    /// The units that durations are written in, the longest first. A year is 365 days.
    private static let units: [(symbol: Unicode.Scalar, seconds: Int64)] = [
        ("y", 31_536_000), ("w", 604_800), ("d", 86_400), ("h", 3600), ("m", 60), ("s", 1),
    ]

    /// Reads a whole number and a unit, `90s` `15m` `6h` `30d` `1w` `5y`, and checks that it is in range.
    package static func parse(
        _ text: String, in range: ClosedRange<Duration> = .seconds(1)...writtenMax
    ) throws(TimeTextError) -> Duration {
        var scanner = TextScanner(text)
        guard let count = scanner.number(digitsMax: 18), let symbol = scanner.next(), scanner.isAtEnd,
            let unit = units.first(where: { $0.symbol == symbol })
        else {
            throw .duration(SafeText.excerpt(text))
        }
        let (seconds, overflow) = Int64(count).multipliedReportingOverflow(by: unit.seconds)
        let duration = Duration.seconds(seconds)
        guard !overflow, range.contains(duration), duration <= writtenMax else {
            throw .durationOutOfRange(SafeText.excerpt(text), range)
        }
        return duration
    }

    /// As it is written: in the longest unit that takes no fraction, but one day as `24h`; what is less than a second
    /// is left out.
    package var text: String {
        let seconds = components.seconds
        guard seconds != 0 else { return "0s" }
        if seconds == 86_400 { return "24h" }
        let unit = Duration.units.first { seconds % $0.seconds == 0 } ?? ("s", 1)
        return "\(seconds / unit.seconds)\(unit.symbol)"
    }
}
