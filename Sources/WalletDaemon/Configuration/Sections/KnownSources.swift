import WalletCore

/// The sources that rules may name.
struct KnownSources {
    private struct Source {
        let name: String
        /// `nil` where its table has a fault.
        let settings: SourceSettings?
    }

    /// Comparing each pattern with each name would take minutes where somebody wrote thousands of both. Beyond this
    /// there are no warnings of patterns.
    private static let comparisonsMax = 1_000_000

    let names: KnownNames
    private let sources: [Source]
    private var comparisonsLeft = KnownSources.comparisonsMax

    init(_ section: NamedTables, _ configured: [ConfiguredSource], _ findings: Findings) {
        // Two names that are one in Unicode's eyes are both faults already.
        let settings = Dictionary(configured.map { ($0.settings.name, $0.settings) }) { first, _ in first }
        sources = section.entries.map { Source(name: $0.name, settings: settings[$0.name]) }
        names = KnownNames(section, noun: "source", findings: findings)
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
        let slow = sources.filter { source in source.settings?.every.map { $0 >= time } ?? false }
        guard !slow.isEmpty, allows(selection.sources) else { return nil }
        return slow.first { selection.selects(source: $0.name) }?.name
    }

    /// The sources that the pattern selects, without those that have a fault; `nil` where it is not worth the time.
    mutating func selected(by pattern: Glob) -> [SourceSettings]? {
        guard allows([pattern]) else { return nil }
        return sources.filter { pattern.matches($0.name) }.compactMap(\.settings)
    }

    private mutating func allows(_ patterns: [Glob]) -> Bool {
        comparisonsLeft -= sources.count * max(patterns.count, 1)
        return comparisonsLeft >= 0
    }
}
