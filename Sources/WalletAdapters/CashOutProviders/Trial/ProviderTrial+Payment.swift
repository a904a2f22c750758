import WalletCore

extension ProviderTrial {
    /// Sends, sends the same again where that is promised to act once, and asks where that is promised to find it.
    func pay(_ request: PayoutRequest, _ promise: ProviderPromise) async -> [TrialStep] {
        let first = await provider.send(request, attempt: .first)
        guard case .replied(let reply) = first, reply.state != .unknownKey else {
            return [TrialStep("send", .fault, first.words)]
        }
        var steps = [TrialStep("send", .ok, first.words)]
        if promise.idempotency != nil {
            let second = await provider.send(request, attempt: .repeat)
            steps.append(repeated(second, after: reply))
        }
        if promise.lookup == .byKey { steps.append(await found(request)) }
        return steps
    }

    private func repeated(_ outcome: SendOutcome, after first: ProviderReply) -> TrialStep {
        guard case .replied(let reply) = outcome, reply.state != .unknownKey else {
            return TrialStep("send", .fault, "the same key again: \(outcome.words)")
        }
        guard reply.reference == first.reference else {
            return TrialStep("send", .fault, "the same key again has another reference: was it paid twice?")
        }
        return TrialStep("send", .ok, "the same key again: \(outcome.words)")
    }

    private func found(_ request: PayoutRequest) async -> TrialStep {
        do {
            let reply = try await provider.status(PayoutInquiry(key: key, body: request.body))
            guard reply.state != .unknownKey else {
                return TrialStep("status", .fault, "it says unknown-key of a key that was sent")
            }
            return TrialStep("status", .ok, "of the key that was sent: \(reply.state.rawValue)")
        } catch {
            return TrialStep("status", .fault, "of the key that was sent: \(error.message)")
        }
    }
}
