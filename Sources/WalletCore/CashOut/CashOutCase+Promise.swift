/// Whether the provider can be used at all, and by itself.
extension CashOutCase {
    var promiseReasons: [CashOutReason] {
        guard let provider else { return [] }
        let standing = facts.providers[provider.name]
        return [attention(provider, standing), promise(provider, standing?.promise)].compactMap(\.self)
    }

    private func attention(_ provider: Provider, _ standing: ProviderStanding?) -> CashOutReason? {
        guard let failure = standing?.attention else { return nil }
        var reason = CashOutReason(.quoteFailed, "\(provider.name) needs attention: \(failure.message)")
        reason.value = failure.reason.rawValue
        reason.since = failure.at
        reason.clearsWhen = "it is put right, and walletd is reloaded or restarted"
        return reason
    }

    private func promise(_ provider: Provider, _ promise: ProviderPromise?) -> CashOutReason? {
        guard let promise else {
            // That it needs attention says why.
            guard facts.providers[provider.name]?.attention == nil else { return nil }
            let silence = facts.providers[provider.name]?.silence
            var reason = CashOutReason(
                .quoteFailed,
                silence.map { "\(provider.name) has not said what it promises: \($0.message)" }
                    ?? "\(provider.name) has not said yet what it promises.")
            reason.value = silence?.reason.rawValue
            reason.since = silence?.at
            reason.clearsWhen = "it answers `describe`"
            return reason
        }
        guard promise.isBlind, purpose == .rule, rule?.mode == .auto else { return nil }
        var reason = CashOutReason(
            .providerUnverified,
            "\(provider.name) neither acts once for a key nor finds a request again: nobody could tell what became of "
                + "one.")
        reason.clearsWhen = "it promises one of both, or the rule's mode is \"ask\""
        return reason
    }
}
