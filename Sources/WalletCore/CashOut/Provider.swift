/// One `[providers.NAME]`: who moves the value, on which terms, and what a person has checked about it.
package struct Provider: Equatable, Sendable {
    package static let timeoutDefault = Duration.seconds(60)
    /// As long as what was settled is watched where the configuration does not say.
    package static let reversalWindowDefault = Duration.seconds(30 * 86_400)

    package var name: String
    /// The adapter's name as in the configuration.
    package var adapter: String
    /// A keyed hash of its adapter, command or URL, and options, in hex.
    package var identityHash: String
    /// What a person looked up, e.g. a licence number.
    package var registration: String?
    package var verifiedOn: CalendarDate?
    package var identity = IdentityCheck.none
    /// The last day on which the identity check holds.
    package var identityUntil: CalendarDate?
    package var fee: FeeTable?
    package var minimum: Amount?
    /// Amounts are multiples of it.
    package var step: Amount?
    package var timeout = Provider.timeoutDefault
    package var reversalWindow = Provider.reversalWindowDefault
    package var processing: ProcessingTime?
    package var bundling = Bundling.single

    /// Whether several holdings may go in one request.
    package enum Bundling: Sendable {
        case single
        case bundles
    }

    package init(name: String, adapter: String, identityHash: String) {
        self.name = name
        self.adapter = adapter
        self.identityHash = identityHash
    }
}

extension Provider {
    /// Whether it is said to have been checked on a day that has not begun anywhere.
    package func isCheckAhead(of today: CalendarDate) -> Bool {
        // In the east it is tomorrow already.
        verifiedOn.map { $0.daysSinceEpoch > today.daysSinceEpoch + 1 } ?? false
    }
}
