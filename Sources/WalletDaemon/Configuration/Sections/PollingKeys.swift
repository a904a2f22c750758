import WalletCore

/// The keys of every source that is polled.
enum PollingKeys {
    /// Where the file says nothing: often enough for balances, seldom enough for their services.
    private static let everyDefault = Duration.seconds(15 * 60)
    private static let everyRange = Duration.seconds(1)...Duration.seconds(366 * 86_400)
    /// A poll that hangs longer than this tells nothing any more.
    private static let timeoutRange = Duration.seconds(1)...Duration.seconds(10 * 60)

    static func read(_ reader: inout TableReader, into settings: inout SourceSettings) {
        let every = reader.optional("every") { value throws(ValueFlaw) in try value.duration(in: everyRange) }
        settings.every = every ?? everyDefault
        settings.staleAfter = (every ?? everyDefault) * 3
        if let timeout = reader.optional(
            "timeout", { value throws(ValueFlaw) in try value.duration(in: timeoutRange) })
        {
            settings.timeout = timeout
        }
        settings.quota = reader.optional("quota") { value throws(ValueFlaw) in try value.quota() }
    }

    /// For a source that nobody polls.
    static func refuse(_ reader: inout TableReader) {
        for key in ["every", "timeout", "quota"] where reader.table[key] != nil {
            guard let member = reader.member(key) else { continue }
            reader.findings.fault(
                "`\(key)` is no key of a manual source: its balances are recorded by hand", at: member.place)
        }
    }
}
