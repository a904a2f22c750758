package import WalletCore

/// Checks a provider against the protocol by asking it what moves nothing; only where it is told to it sends too.
package struct ProviderTrial: Sendable {
    package enum Extent: Sendable {
        /// `describe`, `quote` and `status`.
        case questions
        /// `send` twice with one key, which pays once where the provider keeps its promise.
        case payment
    }

    let provider: any CashOutProvider
    private let order: PayoutOrder
    /// Of nothing that was ever sent.
    let key: String
    private let extent: Extent

    package init(_ provider: any CashOutProvider, order: PayoutOrder, key: String, extent: Extent) {
        self.provider = provider
        self.order = order
        self.key = key
        self.extent = extent
    }

    /// All that was found out, in the order of the actions.
    package func run() async -> [TrialStep] {
        let (promise, described) = await describe()
        guard let promise else { return described }
        let (quote, quoted) = await quote()
        var steps = described + quoted
        let request: PayoutRequest
        do {
            let quote = quote ?? Quote(fee: .zero(of: order.amount.asset))
            request = try await provider.prepare(order, key: key, quote: quote)
        } catch {
            return steps + [TrialStep("send", .fault, error.message)]
        }
        steps += await status(of: request, promise)
        switch (extent, quote) {
        case (.questions, _): steps.append(TrialStep("send", .note, "not run: it could move money"))
        case (.payment, nil): steps.append(TrialStep("send", .note, "not run: there is no quote"))
        case (.payment, _?): steps += await pay(request, promise)
        }
        return steps
    }

    /// Twice: a promise that changes from one moment to the next is none.
    private func describe() async -> (ProviderPromise?, [TrialStep]) {
        do {
            let promise = try await provider.describe()
            guard try await provider.describe() == promise else {
                return (promise, [TrialStep("describe", .fault, "it describes itself otherwise the second time")])
            }
            return (promise, [TrialStep("describe", .ok, promise.words)] + promise.remarks)
        } catch {
            return (nil, [TrialStep("describe", .fault, error.message)])
        }
    }

    private func quote() async -> (Quote?, [TrialStep]) {
        do {
            let quote = try await provider.quote(order)
            if quote.receives == nil, quote.fee.asset != order.amount.asset {
                let message = "a fee in another asset than the amount says nothing without \"receives\""
                return (quote, [TrialStep("quote", .note, message)])
            }
            return (quote, [TrialStep("quote", .ok, quote.words)])
        } catch {
            // It may have its reasons: an amount below its minimum, an asset that it does not take.
            let verdict: TrialStep.Verdict = error.reason == .malformed ? .fault : .note
            return (nil, [TrialStep("quote", verdict, "no quote for \(order.amount): \(error.message)")])
        }
    }

    /// Twice with the same key, which nobody has ever sent.
    private func status(of request: PayoutRequest, _ promise: ProviderPromise) async -> [TrialStep] {
        guard promise.lookup == .byKey else {
            return [
                TrialStep("status", .note, "not run: without \"lookup\" it is only asked by the provider's reference")
            ]
        }
        for _ in 1...2 {
            do {
                let reply = try await provider.status(PayoutInquiry(key: key, body: request.body))
                guard reply.state == .unknownKey else {
                    return [TrialStep("status", .fault, "it says \(reply.state.rawValue) of a key that was never sent")]
                }
            } catch {
                return [TrialStep("status", .fault, "of a key that was never sent: \(error.message)")]
            }
        }
        return [TrialStep("status", .ok, "a key that was never sent is unknown-key, asked once and again")]
    }
}
