/// One successful look at a holding: a reading of its source, or a record by a person.
package struct HoldingLook: Equatable, Sendable {
    /// When the read began, or the person recorded.
    package let begun: Timestamp
    /// The vendor's own time of the balance, where it gives one.
    package let asOf: Timestamp?
    package let available: Amount
    package let by: Observer

    package enum Observer: Sendable {
        case source
        case person
    }

    package init(begun: Timestamp, asOf: Timestamp? = nil, available: Amount, by observer: Observer = .source) {
        self.begun = begun
        self.asOf = asOf
        self.available = available
        by = observer
    }
}
