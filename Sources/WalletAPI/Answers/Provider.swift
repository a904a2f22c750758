/// Who moves value, on which terms, and what a person has checked about it: an item of `GET /v1/providers`.
package struct Provider: Codable, Sendable, Equatable {
    package var name: String
    package var adapter: String
    /// What a person looked up, e.g. a licence number.
    package var registration: String?
    /// A day, like `identityUntil`.
    package var verifiedOn: String?
    /// Whether they know who we are: `none`, `pending`, `verified` or `rejected`.
    package var identity: String
    package var identityUntil: String?
    package var fee: Fee?
    package var minimum: Amount?
    /// Amounts are multiples of it.
    package var step: Amount?
    /// E.g. `10m..24h`.
    package var processing: String?
    package var timeout: String
    package var reversalWindow: String
    /// Whether the configuration lets several holdings go in one request.
    package var bundles: Bool
    /// When it was first seen, or last changed to what it is.
    package var since: String?
    /// Absent where it has not described itself yet.
    package var described: Promise?
    /// Why a person must look after it before it is used again.
    package var attention: Source.Failure?
    /// What keeps it from being used by itself.
    package var reasons: [Reason]

    package init(name: String, adapter: String, identity: String, timeout: String, reversalWindow: String) {
        self.name = name
        self.adapter = adapter
        self.identity = identity
        self.timeout = timeout
        self.reversalWindow = reversalWindow
        bundles = false
        reasons = []
    }

    private enum CodingKeys: String, CodingKey {
        case name, adapter, registration, identity, fee, minimum, step, processing, timeout, bundles, since, described
        case attention, reasons
        case verifiedOn = "verified_on"
        case identityUntil = "identity_until"
        case reversalWindow = "reversal_window"
    }

    /// What it is known to take.
    package struct Fee: Codable, Sendable, Equatable {
        package var percent: String?
        package var fixed: Amount?
        package var minimum: Amount?
        package var maximum: Amount?

        package init(percent: String? = nil, fixed: Amount? = nil, minimum: Amount? = nil, maximum: Amount? = nil) {
            self.percent = percent
            self.fixed = fixed
            self.minimum = minimum
            self.maximum = maximum
        }
    }

    /// What it said of itself.
    package struct Promise: Codable, Sendable, Equatable {
        /// Whether the same key sent again acts once.
        package var idempotent: Bool
        /// For how long: a duration, or `unlimited`.
        package var keyLifetime: String?
        /// Whether it finds a request by our key.
        package var lookup: Bool
        package var absentAfter: String?
        package var bundles: Bool

        package init(idempotent: Bool, lookup: Bool, bundles: Bool) {
            self.idempotent = idempotent
            self.lookup = lookup
            self.bundles = bundles
        }

        private enum CodingKeys: String, CodingKey {
            case idempotent, lookup, bundles
            case keyLifetime = "key_lifetime"
            case absentAfter = "absent_after"
        }
    }
}
