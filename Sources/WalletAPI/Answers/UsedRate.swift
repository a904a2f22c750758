/// A rate that something was converted with.
package struct UsedRate: Codable, Sendable, Equatable {
    /// `USD/KRW`: how many KRW one USD is.
    package var pair: String
    /// Decimal digits.
    package var rate: String
    /// A day.
    package var asOf: String

    package init(pair: String, rate: String, asOf: String) {
        self.pair = pair
        self.rate = rate
        self.asOf = asOf
    }

    private enum CodingKeys: String, CodingKey {
        case pair, rate
        case asOf = "as_of"
    }
}
