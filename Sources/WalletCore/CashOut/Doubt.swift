/// What is being done about an outcome that nobody knows.
package struct Doubt: Hashable, Sendable {
    package let inquiry: Inquiry
    package let lead: Lead

    package enum Lead: Hashable, Sendable {
        /// Nothing was heard since the last run.
        case none
        /// The provider does not know the key. `provenFrom` is the first look-up that said so when, by the provider's
        /// promise, such a request could no longer act.
        case absent(provenFrom: BootTime?)
        /// The same bytes are going out again.
        case sendingAgain
    }

    package init(_ inquiry: Inquiry, _ lead: Lead = .none) {
        self.inquiry = inquiry
        self.lead = lead
    }

    /// One look-up may hit a provider's replica that lags; two this far apart hardly do.
    static let absenceApartMin = Duration.seconds(60)
}
