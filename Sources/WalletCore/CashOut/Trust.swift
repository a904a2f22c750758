/// What a person should know about a provider before value goes through it.
package struct Trust: Sendable {
    /// So long a look at a provider is good for.
    static let checkedFor = 365
    /// How many days before an identity check ends it is told.
    static let identityWarning = 30
    /// A provider's honest fee is less.
    static let expensiveAbove = (hundredths: UInt128(15), of: UInt128(100))

    let provider: Provider
    let today: CalendarDate
    let offer: Offer?

    /// What the provider asks for one cash-out.
    package struct Offer: Equatable, Sendable {
        package let cost: Cost
        package let fee: Amount
        package let processing: ProcessingTime?

        package init(cost: Cost, fee: Amount, processing: ProcessingTime?) {
            self.cost = cost
            self.fee = fee
            self.processing = processing
        }

        package init(_ plan: Plan) {
            self.init(cost: plan.cost, fee: plan.fee, processing: plan.processing)
        }
    }

    /// Without an offer only what the configuration says is judged.
    package init(_ provider: Provider, on today: CalendarDate, offer: Offer? = nil) {
        self.provider = provider
        self.today = today
        self.offer = offer
    }

    /// All that keeps it from being used by itself, for what it is and for what it asks.
    package var reasons: [CashOutReason] {
        [unverified, checkAhead, checkDue, identityMissing, identityExpired, suspicious, expensive].compactMap(\.self)
    }

    private var unverified: CashOutReason? {
        var missing: [String] = []
        if provider.registration == nil { missing.append("registration") }
        if provider.verifiedOn == nil { missing.append("verified_on") }
        if provider.identity == .none { missing.append("identity") }
        guard !missing.isEmpty else { return nil }
        var reason = CashOutReason(
            .providerUnverified, "\(provider.name) is not verified: \(missing.joined(separator: ", ")) missing.")
        reason.clearsWhen = "a person has checked it and the configuration says so"
        return reason
    }

    private var checkAhead: CashOutReason? {
        guard let verified = provider.verifiedOn, provider.isCheckAhead(of: today) else { return nil }
        var reason = CashOutReason(
            .providerUnverified,
            "\(provider.name) is not verified: its verified_on, \(verified), is a day that has not come yet.")
        reason.value = verified.description
        reason.clearsWhen = "verified_on names the day when a person checked it"
        return reason
    }

    private var checkDue: CashOutReason? {
        guard let verified = provider.verifiedOn, isCheckDue(verified) else { return nil }
        let age = today.daysSinceEpoch - verified.daysSinceEpoch
        var reason = CashOutReason(.providerCheckDue, "\(provider.name) was last checked on \(verified).")
        reason.value = "\(age)d"
        reason.limit = "\(Trust.checkedFor)d"
        reason.since = CalendarDate(daysSinceEpoch: verified.daysSinceEpoch + Trust.checkedFor + 1).start
        reason.clearsWhen = "verified_on is renewed"
        return reason
    }

    private func isCheckDue(_ verified: CalendarDate) -> Bool {
        today.daysSinceEpoch - verified.daysSinceEpoch > Trust.checkedFor
    }

    private var identityMissing: CashOutReason? {
        switch provider.identity {
        case .verified: return nil
        case .none, .pending, .rejected:
            var reason = CashOutReason(
                .identityMissing, "Who we are is not verified with \(provider.name): \(provider.identity.rawValue).")
            reason.value = provider.identity.rawValue
            reason.limit = IdentityCheck.verified.rawValue
            reason.clearsWhen = "identity is \"verified\""
            return reason
        }
    }

    private var identityExpired: CashOutReason? {
        guard provider.identity == .verified, let until = provider.identityUntil, until < today else { return nil }
        var reason = CashOutReason(.identityExpired, "The identity check with \(provider.name) ended on \(until).")
        reason.value = today.description
        reason.limit = until.description
        reason.since = CalendarDate(daysSinceEpoch: until.daysSinceEpoch + 1).start
        reason.clearsWhen = "it is renewed and identity_until says so"
        return reason
    }
}

extension Trust {
    private var suspicious: CashOutReason? {
        let claimsNoFee = offer?.fee.isZero ?? provider.fee?.claimsNothing ?? true
        let processing = offer?.processing ?? provider.processing
        guard claimsNoFee, processing?.isInstant ?? false, provider.identity == .none else { return nil }
        var reason = CashOutReason(
            .providerSuspicious,
            "\(provider.name) claims to take nothing, to pay at once and to check nobody: that is how a trap looks.")
        reason.clearsWhen = "one of these is not so"
        return reason
    }

    private var expensive: CashOutReason? {
        guard let cost = offer?.cost, cost.isExpensive else { return nil }
        var reason = CashOutReason(
            .providerExpensive, "\(provider.name) takes \(cost.cost) of \(cost.debit), more than 15%.")
        reason.value = cost.cost.description
        reason.limit = "15%"
        reason.clearsWhen = "it takes 15% at most"
        return reason
    }
}

extension Cost {
    /// Whether more is lost than any honest provider takes, to the last digit.
    fileprivate var isExpensive: Bool {
        let (hundredths, of) = Trust.expensiveAbove
        let asked = cost.units.magnitude.multipliedFullWidth(by: of)
        let allowed = debit.units.magnitude.multipliedFullWidth(by: hundredths)
        return (asked.high, asked.low) > (allowed.high, allowed.low)
    }
}
