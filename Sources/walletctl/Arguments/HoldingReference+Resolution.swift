import WalletAPI
import WalletClient

extension HoldingReference {
    /// The one holding that is meant.
    func resolved(_ client: WalletClient) throws -> HoldingPath {
        guard exact == nil else { return try one(of: exact.map { [$0] } ?? []) }
        let ofSource = try holdings(client, [QueryParameter(.source, parts.first ?? "")])
        let matches = matches(ofSource)
        return try one(of: matches.isEmpty ? self.matches(try holdings(client, [])) : matches)
    }

    /// The holding that is named in full.
    private var exact: HoldingPath? {
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        return HoldingPath(source: parts[0], account: parts[1], asset: parts[2])
    }

    private func holdings(_ client: WalletClient, _ query: [QueryParameter]) throws -> [HoldingPath] {
        let query = query.filter { !$0.value.isEmpty } + [QueryParameter(.all, "true")]
        return try Paging { try client.holdings($0) }.items(query).map(HoldingPath.init)
    }

    /// Those whose name begins with these parts; where there are none, those in whose name they stand in this order.
    func matches(_ holdings: [HoldingPath]) -> [HoldingPath] {
        let beginning = holdings.filter { zip(parts, $0.parts).allSatisfy { $0.isEmpty || $0 == $1 } }
        return beginning.isEmpty ? holdings.filter { stands(in: $0.parts) } : beginning
    }

    private func stands(in names: [String]) -> Bool {
        var rest = names[...]
        return parts.filter { !$0.isEmpty }.allSatisfy { part in
            guard let place = rest.firstIndex(of: part) else { return false }
            rest = rest[(place + 1)...]
            return true
        }
    }

    private func one(of matches: [HoldingPath]) throws(Failure) -> HoldingPath {
        guard let match = matches.first else {
            throw Failure(.refused, "no holding matches `\(text)`", hints: ["See `walletctl balances --all`."])
        }
        guard matches.count == 1 else {
            throw Failure(
                .usage, "`\(text)` may mean \(matches.count) holdings", hints: Candidates.lines(matches.map(\.text)))
        }
        return match
    }
}

extension HoldingPath {
    fileprivate var parts: [String] { [source, account, asset] }
}
