/// The life of one rule on one subject, kept across restarts.
package enum AlertState: Equatable, Sendable {
    case inactive
    /// The condition holds but not yet for long enough.
    case pending(Pending)
    case firing(Firing)

    package struct Pending: Equatable, Sendable {
        /// The reading that first satisfied the condition.
        package var since: Timestamp
        /// Fresh time counted so far.
        package var counted: Duration
        /// Up to where it was counted.
        package var countedTo: Timestamp

        package init(since: Timestamp, counted: Duration = .zero, countedTo: Timestamp) {
            self.since = since
            self.counted = counted
            self.countedTo = countedTo
        }
    }

    package struct Firing: Equatable, Sendable {
        /// Stays the same from firing to resolved; what `acknowledge` names.
        package var id: String
        package var since: Timestamp
        /// The last `alert.firing` or `alert.repeated`; `renotify` counts from here.
        package var announcedAt: Timestamp
        /// Until resolved.
        package var acknowledgedBy: String?

        package init(id: String, since: Timestamp, announcedAt: Timestamp, acknowledgedBy: String? = nil) {
            self.id = id
            self.since = since
            self.announcedAt = announcedAt
            self.acknowledgedBy = acknowledgedBy
        }
    }

    /// The same alert, acknowledged; `nil` where nothing fires. The first to acknowledge is remembered.
    package func acknowledged(by person: String) -> AlertState? {
        switch self {
        case .inactive, .pending: return nil
        case .firing(var firing):
            firing.acknowledgedBy = firing.acknowledgedBy ?? person
            return .firing(firing)
        }
    }
}
