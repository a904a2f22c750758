/// All that is remembered about one provider when cash-outs are decided.
package struct ProviderStanding: Equatable, Sendable {
    package var sight: FirstSight
    /// `nil`: it has not described itself yet.
    package var promise: ProviderPromise?
    /// Why it did not describe itself when it was last asked.
    package var silence: SourceHealth.Failure?
    /// Why a person must look after it before it is used again.
    package var attention: SourceHealth.Failure?

    package init(_ sight: FirstSight, promise: ProviderPromise? = nil) {
        self.sight = sight
        self.promise = promise
    }
}
