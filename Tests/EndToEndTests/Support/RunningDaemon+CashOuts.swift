import WalletAPI
import WalletClient

extension RunningDaemon {
    /// An operator's consent to rules as they are now.
    func confirm(_ rules: String...) async throws {
        for rule in rules {
            let revision = try await self.rule(rule).revision ?? ""
            let confirmed = try await home.walletctl("confirm", rule, "--revision", revision)
            guard confirmed.status == 0 else { throw Refused(confirmed) }
        }
    }

    /// All that there ever were, the newest first.
    func cashOuts() async throws -> [CashOut] {
        try await all { client, query throws(ClientError) in try client.cashOuts(query) }
    }

    func cashOut(_ id: String) async throws -> CashOut {
        try await ask { client throws(ClientError) in try client.cashOut(id).value() }
    }

    func postings() async throws -> [Posting] {
        try await all { client, query throws(ClientError) in try client.postings(query) }
    }

    /// Every item of every page.
    private func all<Item: Codable & Sendable & Equatable>(
        _ fetch: @escaping @Sendable (WalletClient, [QueryParameter]) throws(ClientError) -> Answer<Page<Item>>
    ) async throws -> [Item] {
        try await ask { client throws(ClientError) in
            var items: [Item] = []
            var query: [QueryParameter] = []
            while true {
                let page = try fetch(client, query).value()
                items += page.items
                guard let next = page.next else { return items }
                query = [QueryParameter(.cursor, next)]
            }
        }
    }

    func rule(_ name: String) async throws -> Rule {
        try await ask { client throws(ClientError) in try client.rule(name).value() }
    }
}

/// walletctl did not do what the test cannot go on without.
struct Refused: Error, CustomStringConvertible {
    let description: String

    init(_ finished: Finished) {
        description = "walletctl ended with \(finished.status): \(finished.output)\(finished.errors)"
    }
}

extension RunningDaemon {
    /// What `pick` first finds in all cash-outs, looking again after each announcement.
    func eventually<Result>(_ pick: ([CashOut]) throws -> Result?) async throws -> Result {
        while true {
            let seen = announcements.count
            if let result = try pick(try await cashOuts()) { return result }
            _ = try await process.progress.first { progress in
                if progress.isOver { throw Ended(progress) }
                return Announcement.all(in: progress.errors).count > seen ? true : nil
            }
        }
    }

    /// The newest cash-out of a rule, once it is in this state.
    @discardableResult
    func cashOut(of rule: String, is state: String) async throws -> CashOut {
        try await eventually { all in all.first { $0.terms.rule == rule && $0.state == state } }
    }
}

extension RunningDaemon {
    /// The first step of resolving: what the provider says now.
    func evidence(on id: String) async throws -> Evidence {
        try await ask { client throws(ClientError) in try client.evidence(on: id).value() }
    }

    /// Reads a rule's source until this is among what holds the rule.
    func held(_ rule: BankedRule, by code: String) async throws -> Rule {
        while true {
            let polled = try await home.walletctl("poll", rule.source)
            guard polled.status == 0 else { throw Refused(polled) }
            let now = try await self.rule(rule.name)
            if now.reasons.contains(where: { $0.code == code }) { return now }
        }
    }
}
