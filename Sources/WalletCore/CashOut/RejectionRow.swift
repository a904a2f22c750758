/// A rule's rejections in a row, and how long they keep it from trying again.
package struct RejectionRow: Hashable, Sendable {
    package private(set) var count: Int
    /// `nil`: nothing holds it.
    package private(set) var backoffUntil: Timestamp?

    /// The wait after the first; it doubles with each further one.
    private static let backoffMin = Duration.seconds(3600)
    private static let backoffMax = Duration.seconds(86_400)
    /// Each of so many asks for a person instead.
    private static let countOfConsent = 3

    package init(count: Int = 0, backoffUntil: Timestamp? = nil) {
        self.count = count
        self.backoffUntil = backoffUntil
    }

    /// One more rejection; says whether the rule loses its consent by it.
    package mutating func reject(at now: Timestamp) -> CashOutConsequence? {
        count += 1
        guard !count.isMultiple(of: RejectionRow.countOfConsent) else {
            backoffUntil = nil
            return .consentWithdrawn(.rejectedRepeatedly)
        }
        let doublings = min(count - 1, 5)
        backoffUntil = now + min(RejectionRow.backoffMin * (1 << doublings), RejectionRow.backoffMax)
        return nil
    }

    /// A cash-out settled.
    package mutating func end() {
        count = 0
        backoffUntil = nil
    }
}
