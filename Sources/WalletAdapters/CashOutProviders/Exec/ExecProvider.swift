import JSON
import WalletCore

/// Pays by running a program (plugin protocol 1).
struct ExecProvider: CashOutProvider {
    let plugin: Plugin
    let destination: DestinationDefinition
    let assets: AssetTable
    let hash: KeyedHash

    func describe() async throws(PortFailure) -> ProviderPromise {
        let run = try await plugin.run(plugin.request("describe"))
        let answers = ProviderAnswers(assets: assets, redaction: run.redaction)
        return try run.document("description") { members throws(JSONShapeError) in try answers.promise(&members) }
    }

    func quote(_ order: PayoutOrder) async throws(PortFailure) -> Quote {
        let account = try account(for: order)
        var request = plugin.request("quote")
        request.add(order, account: account.text)
        let room = try plugin.room()
        defer { room.leave() }
        let run = try await plugin.run(Plugin.input(request), in: room, hiding: [account.secret])
        let answers = ProviderAnswers(assets: assets, redaction: run.redaction)
        return try run.document("quote") { members throws(JSONShapeError) in try answers.quote(&members) }
    }

    func prepare(_ order: PayoutOrder, key: String, quote: Quote) async throws(PortFailure) -> PayoutRequest {
        let account = try account(for: order)
        let document = PayoutDocument(plugin.request("send"), order: order, to: destination, key: key, quote: quote)
        return PayoutRequest(
            body: document.text, hash: hash.of(try document.filled(with: account, of: destination)))
    }

    func status(_ inquiry: PayoutInquiry) async throws(PortFailure) -> ProviderReply {
        let legs = try PayoutDocument(text: inquiry.body).legs(assets: assets)
        var request = plugin.request("status")
        request.set("key", to: .string(inquiry.key))
        if let reference = inquiry.reference { request.set("reference", to: .string(reference)) }
        let room = try plugin.room()
        defer { room.leave() }
        let run = try await plugin.run(Plugin.input(request), in: room, hiding: hiddenAccount())
        let answers = ProviderAnswers(assets: assets, redaction: run.redaction)
        return try run.document("status") { members throws(JSONShapeError) in try answers.reply(&members, legs: legs) }
    }

    private func account(for order: PayoutOrder) throws(PortFailure) -> ResolvedAccount {
        guard order.destination == destination.name else {
            throw PortFailure(.misconfigured, "the order is for \(order.destination), not for \(destination.name)")
        }
        return try ResolvedAccount(destination, from: plugin.credentials)
    }

    /// To be asked about needs no account: it may be gone when the outcome is still open.
    private func hiddenAccount() -> [Secret] {
        do {
            return [try plugin.credentials.secret(destination.account)]
        } catch {
            return []
        }
    }
}

extension ExecProvider {
    func send(_ request: PayoutRequest, attempt: PayoutAttempt) async -> SendOutcome {
        do throws(PortFailure) {
            let account = try ResolvedAccount(destination, from: plugin.credentials)
            let document = try PayoutDocument(text: request.body)
            let bytes = try document.filled(with: account, of: destination)
            let legs = try document.legs(assets: assets)
            guard hash.of(bytes) == request.hash else { throw PortFailure.changedRequest(attempt) }
            let room = try plugin.room()
            defer { room.leave() }
            return await send(bytes, in: room, hiding: account.secret, legs: legs)
        } catch {
            return .unsent(error)
        }
    }

    private func send(
        _ bytes: [UInt8], in room: PluginRoom, hiding secret: Secret, legs: Set<Leg>
    ) async -> SendOutcome {
        let run: PluginRun
        do {
            run = try await plugin.run(bytes, in: room, hiding: [secret])
        } catch {
            return error.reason == .misconfigured ? .unsent(error) : .unclear(error.message)
        }
        if let refusal = run.refusal { return .notSent(refusal, message: run.words.message) }
        let answers = ProviderAnswers(assets: assets, redaction: run.redaction)
        do {
            return .replied(
                try run.document("answer") { members throws(JSONShapeError) in
                    try answers.reply(&members, legs: legs)
                })
        } catch {
            return .unclear(error.message)
        }
    }
}

extension PluginRun {
    /// What an exit status says that it did not do.
    fileprivate var refusal: SendOutcome.Refusal? {
        switch ending {
        case .exited(75): .temporary(retryAfter: words.retryAfter)
        case .exited(77): .refusedCredential
        case .exited(78): .misconfigured
        case .exited, .killed, .stopped: nil
        }
    }
}
