/// What a provider says that one cash-out would cost.
package struct Quote: Equatable, Sendable {
    package var fee: Amount
    package var feeFrom: FeeOrigin
    /// What arrives, where the provider says so; in whatever asset it arrives.
    package var receives: Amount?
    package var processing: Duration?
    /// From when on it does not hold any more.
    package var expires: Timestamp?
    /// The provider's own name for it, sent back as it came.
    package var opaque: String?

    package enum FeeOrigin: String, Sendable, CaseIterable {
        /// It comes out of what is moved.
        case amount
        /// It is taken on top of what is moved.
        case balance
    }

    package init(fee: Amount, from feeFrom: FeeOrigin = .amount, receives: Amount? = nil) {
        self.fee = fee
        self.feeFrom = feeFrom
        self.receives = receives
    }

    /// Whether it asks just what `earlier` asked, and no more time.
    package func isSamePrice(as earlier: Quote) -> Bool {
        let isSlower =
            switch (processing, earlier.processing) {
            case (_, nil): false
            case (nil, _?): true
            case (let now?, let before?): now > before
            }
        return fee == earlier.fee && feeFrom == earlier.feeFrom && receives == earlier.receives && !isSlower
    }

    package func hasExpired(at now: Timestamp) -> Bool { expires.map { $0 <= now } ?? false }
}
