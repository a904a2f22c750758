/// What all runs of a cash-out have in common: fixed before the first of them, and never again.
///
/// The bytes themselves, with their credentials left out, are the store's.
package struct CashOutRequest: Equatable, Sendable {
    /// A UUID, made once for the intent: the provider's key.
    package let reference: String
    package let key: KeyExpiry
    /// What the provider promised when the request was made.
    package let promise: ProviderPromise
    /// How long a run may take.
    package let timeout: Duration
    /// How long the provider may take back what it settled.
    package let reversalWindow: Duration

    /// By the wall clock; `nil` until it is kept.
    package var preparedAt: Timestamp?
    /// From when on the price in it does not hold any more; `nil`: it has no end.
    package var priceExpires: Timestamp?
    /// A keyed hash, in hex, of the credentials that its provider was to be reached with; `nil`: they are not compared, as
    /// where the provider's own answers show whose account it is.
    package var credentials: String?

    /// After its time-out a run gets this long to end.
    package static let killGrace = Duration.seconds(2)

    package init(
        reference: String, key: KeyExpiry, promise: ProviderPromise, timeout: Duration, reversalWindow: Duration
    ) {
        self.reference = reference
        self.key = key
        self.promise = promise
        self.timeout = timeout
        self.reversalWindow = reversalWindow
    }

    /// Whether who comes with these credentials is sure to be the customer who makes this request.
    func wasMade(with credentials: String?) -> Bool { self.credentials == nil || self.credentials == credentials }

    /// Whether a first run may begin now. That it comes in while the key is good matters to repeats only: no provider
    /// knows the key before.
    func mayBeSent(at now: BootTime) -> Bool { key == .singleUse || key.isValid(from: now) }

    /// Whether a repeat that begins now can come in while the key is good, by both clocks: a machine that is halted from
    /// outside, as a virtual one can be, halts its boot clock with it.
    func keyOutlastsRepeat(in facts: Circumstances) -> Bool {
        guard keyOutlastsRun(from: facts.boot) else { return false }
        guard case .limited(let lifetime)? = promise.idempotency, let preparedAt else { return true }
        return facts.now + timeout + CashOutRequest.killGrace < preparedAt + lifetime
    }

    /// A run that begins now may reach the provider as late as it is allowed to last.
    func keyOutlastsRun(from now: BootTime) -> Bool {
        key.isValid(for: timeout + CashOutRequest.killGrace, from: now)
    }
}
