/// An item of a holding's history, oldest first.
///
/// Without `step` an entry is a stretch from `at` to `until`: in which the balance stayed what it is, or, with `gap`,
/// in which every reading failed; a balance that was the same before and after such a gap goes on through it. With
/// `step` an entry is the value at the end of the step that begins `at`, without `available` where it was not known.
package struct HistoryEntry: Codable, Sendable, Equatable {
    package var at: String
    package var until: String?
    package var available: Amount?
    package var total: Amount?
    /// Why readings failed, where nothing is known because of that: one of the closed failure reasons.
    package var gap: String?

    package init(at: String, until: String? = nil, available: Amount? = nil, total: Amount? = nil, gap: String? = nil) {
        self.at = at
        self.until = until
        self.available = available
        self.total = total
        self.gap = gap
    }
}
