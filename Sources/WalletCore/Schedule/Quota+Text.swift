extension Quota {
    /// Reads a number of polls and a duration, `4/24h`.
    package static func parse(_ text: String) throws(TimeTextError) -> Quota {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .quota(SafeText.excerpt(text)) }
        var scanner = TextScanner(parts[0])
        guard let limit = scanner.number(digitsMax: 6), scanner.isAtEnd, limits.contains(limit) else {
            throw .quota(SafeText.excerpt(text))
        }
        return Quota(limit: limit, window: try Duration.parse(String(parts[1])))
    }
}

extension Quota: CustomStringConvertible {
    package var description: String { "\(limit)/\(window.text)" }
}
