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
            body: document.text, hash: hash.of(try document.filled(with: account, of: destination)),
            credentials: try credentials())
    }

    func status(_ inquiry: PayoutInquiry) async throws(PortFailure) -> ProviderReply {
        let legs = try PayoutDocument(text: inquiry.body).legs(assets: assets)
        var request = plugin.request("status")
        request.set("key", to: .string(inquiry.key))
        if let reference = inquiry.reference { request.set("reference", to: .string(reference)) }
        let room = try plugin.room()
        defer { room.leave() }
        let run = try await plugin.run(Plugin.input(request), in: room, hiding: hiddenAccount())
        return try reply(in: run, "status", legs: legs, room)
    }

    /// What the plugin says of a request, by the credentials that this room held for it.
    private func reply(
        in run: PluginRun, _ noun: String, legs: Set<Leg>, _ room: PluginRoom
    ) throws(PortFailure) -> ProviderReply {
        let answers = ProviderAnswers(assets: assets, redaction: run.redaction)
        var reply = try run.document(noun) { members throws(JSONShapeError) in try answers.reply(&members, legs: legs) }
        reply.credentials = mark(of: room.credentials?.secrets)
        return reply
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

/// A plugin may not be able to tell whose account its credentials open.
extension ExecProvider {
    func credentials() throws(PortFailure) -> String? {
        var secrets: [Secret] = []
        for name in plugin.definition.credentials {
            secrets.append(Secret(try plugin.credentials.contents(ofCredential: name)))
        }
        return mark(of: secrets)
    }

    /// The same whether or not a line break ends a credential.
    private func mark(of secrets: [Secret]?) -> String? {
        guard let secrets, !secrets.isEmpty else { return nil }
        let named = zip(plugin.definition.credentials, secrets).flatMap { name, secret in
            [Array(name.utf8), secret.withoutLineBreak.bytes]
        }
        return Hexadecimal.text(hash.of(parts: [Array("credentials".utf8)] + named))
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
            guard request.credentials == nil || request.credentials == mark(of: room.credentials?.secrets) else {
                throw PortFailure.changedRequest(attempt)
            }
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
        do {
            return .replied(try reply(in: run, "answer", legs: legs, room))
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
