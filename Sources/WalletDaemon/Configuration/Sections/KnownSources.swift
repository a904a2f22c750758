import WalletCore

/// The sources that rules may name.
struct KnownSources {
    private struct Source {
        let name: String
        /// `nil` where it is not polled, or its table has a fault.
        let every: Duration?
    }

    /// Comparing each pattern with each name would take minutes where somebody wrote thousands of both. Beyond this
    /// there are no warnings of patterns.
    private static let comparisonsMax = 1_000_000

    let names: Set<String>
    /// Whether another source may be configured in lines that could not be read.
    let isDamaged: Bool
    private let sources: [Source]
    private var comparisonsLeft = KnownSources.comparisonsMax

    init(_ section: NamedTables, _ configured: [ConfiguredSource]) {
        let intervals = Dictionary(uniqueKeysWithValues: configured.map { ($0.settings.name, $0.settings.every) })
        sources = section.entries.map { Source(name: $0.name, every: intervals[$0.name] ?? nil) }
        names = Set(section.entries.map(\.name))
        isDamaged = section.isDamaged
    }

    /// Whether any source is selected; no patterns select them all.
    mutating func isAnySelected(by patterns: [Glob]) -> Bool {
        guard !patterns.isEmpty else { return !sources.isEmpty }
        guard !patterns.contains(where: { $0.isLiteral && names.contains($0.pattern) }) else { return true }
        guard allows(patterns) else { return true }
        return sources.contains { source in patterns.contains { $0.matches(source.name) } }
    }

    /// A source among those selected that is polled no more often than this.
    mutating func slow(_ time: Duration, among selection: Selection) -> String? {
        let slow = sources.filter { source in source.every.map { $0 >= time } ?? false }
        guard !slow.isEmpty, allows(selection.sources) else { return nil }
        return slow.first { selection.selects(source: $0.name) }?.name
    }

    private mutating func allows(_ patterns: [Glob]) -> Bool {
        comparisonsLeft -= sources.count * max(patterns.count, 1)
        return comparisonsLeft >= 0
    }
}
