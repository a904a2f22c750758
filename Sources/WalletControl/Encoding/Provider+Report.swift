import WalletAPI
import WalletCore
import WalletEngine

extension WalletAPI.Provider {
    init(_ report: ProviderReport) {
        let provider = report.provider
        self.init(
            name: provider.name, adapter: provider.adapter, identity: provider.identity.rawValue,
            timeout: provider.timeout.text, reversalWindow: provider.reversalWindow.text)
        registration = provider.registration
        verifiedOn = provider.verifiedOn?.description
        identityUntil = provider.identityUntil?.description
        fee = provider.fee.map { Fee($0) }
        minimum = provider.minimum.map { Amount($0) }
        step = provider.step.map { Amount($0) }
        processing = provider.processing?.description
        bundles = provider.bundling == .bundles
        since = report.standing?.sight.since.description
        described = report.standing?.promise.map { Promise($0) }
        attention = report.standing?.attention.map { failure in
            Source.Failure(at: failure.at.description, reason: failure.reason.rawValue, message: failure.message)
        }
        reasons = report.reasons.map { Reason($0) }
    }
}

extension WalletAPI.Provider.Fee {
    fileprivate init(_ table: FeeTable) {
        self.init(
            percent: table.percent?.description, fixed: table.fixed.map { Amount($0) },
            minimum: table.minimum.map { Amount($0) }, maximum: table.maximum.map { Amount($0) })
    }
}

extension WalletAPI.Provider.Promise {
    fileprivate init(_ promise: ProviderPromise) {
        self.init(
            idempotent: promise.idempotency != nil, lookup: promise.lookup == .byKey,
            bundles: promise.bundling == .bundles)
        absentAfter = promise.absentAfter?.text
        switch promise.idempotency {
        case .limited(let lifetime): keyLifetime = lifetime.text
        case .unlimited: keyLifetime = "unlimited"
        case nil: break
        }
    }
}

extension WalletAPI.Destination {
    init(_ report: DestinationReport) {
        let destination = report.destination
        self.init(
            name: destination.name, provider: destination.provider, lastFour: destination.lastFour,
            coolingOff: destination.coolingOff.text)
        since = report.since?.description
        usableFrom = report.usableFrom?.description
        usable = report.isUsable
        source = destination.source
    }
}
