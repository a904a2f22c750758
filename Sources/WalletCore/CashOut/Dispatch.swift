/// The one request of a cash-out, and what its runs have left.
package struct Dispatch: Equatable, Sendable {
    package let request: CashOutRequest
    /// Runs that have begun.
    package private(set) var runs: Int
    /// When the last of them ended.
    package private(set) var lastRunEnded: BootTime?
    package private(set) var trace: Trace
    /// The provider's own name for it.
    package private(set) var providerReference: String?
    /// Whose credentials were last in force, as far as a person was told.
    package private(set) var customer: Customer

    /// Who answers for the request, going by credentials.
    package enum Customer: String, Sendable, CaseIterable {
        case asPrepared = "as-prepared"
        /// Other credentials are in force than those of the request: of the same account, or of another one.
        case doubtful
    }

    /// What the provider may know of the request.
    package enum Trace: String, Sendable, CaseIterable {
        /// No run sent it.
        case none
        /// A run may have sent it.
        case possible
        /// The provider has said that it has it: that it does not know it proves nothing any more.
        case acknowledged
        /// What was said of it does not go together: only a person can say now that nothing moved.
        case contradicted
    }

    package init(
        _ request: CashOutRequest, runs: Int = 0, lastRunEnded: BootTime? = nil, trace: Trace = .none,
        providerReference: String? = nil, customer: Customer = .asPrepared
    ) {
        self.request = request
        self.runs = runs
        self.lastRunEnded = lastRunEnded
        self.trace = trace
        self.providerReference = providerReference
        self.customer = customer
    }

    /// Whether the provider can find it.
    package var canBeAskedAbout: Bool { request.promise.lookup == .byKey || providerReference != nil }

    /// Why the same bytes may not go out again, as far as the request and its provider go.
    func refusalOfRepeat(in facts: Circumstances) -> TransitionError.Cause? {
        if request.promise.idempotency == nil || facts.promise == .takenBack { return .notIdempotent }
        if trace != .possible { return .acknowledged }
        if facts.provider == .changed { return .providerChanged }
        if !request.wasMade(with: facts.credentials) { return .otherCredentials }
        return request.keyOutlastsRepeat(in: facts) ? nil : .keyExpired
    }

    /// Who answers now.
    func customer(in facts: Circumstances) -> Customer {
        request.wasMade(with: facts.credentials) ? .asPrepared : .doubtful
    }

    /// Who gave this answer. Whoever is not the one that got the request may know that something moved, but not that
    /// nothing did.
    func counterpart(saying reply: ProviderReply, in facts: Circumstances) -> Circumstances.Counterpart {
        request.wasMade(with: reply.credentials) ? facts.provider : .changed
    }

    func isBelieved(_ reply: ProviderReply, in facts: Circumstances) -> Bool {
        counterpart(saying: reply, in: facts).isBelieved(reply.state)
    }

    /// Whether not knowing the key says something of the request.
    var isSoughtByKey: Bool { request.promise.lookup == .byKey && trace == .possible }

    /// Whether, by the provider's promise, a request that it does not know now can never act.
    func canNoLongerAct(at now: BootTime) -> Bool {
        guard let absentAfter = request.promise.absentAfter, let elapsed = lastRunEnded.flatMap(now.since) else {
            return false
        }
        return elapsed >= absentAfter
    }

    func begun() -> Dispatch {
        var next = self
        next.runs += 1
        return next
    }

    func ended(at now: BootTime, leaving trace: Trace) -> Dispatch {
        var next = traced(trace)
        next.lastRunEnded = now
        return next
    }

    func known(as customer: Customer) -> Dispatch {
        var next = self
        next.customer = customer
        return next
    }

    func traced(_ trace: Trace) -> Dispatch {
        var next = self
        next.trace = trace
        return next
    }

    /// With what the provider says of it; a contradiction stays one.
    func acknowledged(as providerReference: String?) -> Dispatch {
        var next = traced(trace == .contradicted ? .contradicted : .acknowledged)
        next.providerReference = providerReference ?? next.providerReference
        return next
    }
}
