import JSON
import WalletCore

/// The JSON object that plugins print and files hold: protocol 1.
struct ReadingDocument {
    /// Whether the document must say that it is of protocol 1.
    enum ProtocolMark {
        case required
        /// For files that a person writes.
        case optional
    }

    private let text: BalanceText
    private let mark: ProtocolMark

    init(assets: AssetTable, mark: ProtocolMark) {
        self.text = BalanceText(assets: assets)
        self.mark = mark
    }

    /// Refuses the whole document for its first fault.
    ///
    /// What needs the moment of the reading, or all balances together, is left to the check that every reading passes.
    func read(_ bytes: [UInt8]) throws(PortFailure) -> Reading {
        let document: JSONValue
        do {
            document = try JSONValue.parse(bytes)
        } catch {
            throw PortFailure(.malformed, "\(error)")
        }
        do {
            return try reading(JSONNode(document))
        } catch {
            throw PortFailure(.malformed, "\(error)")
        }
    }

    private func reading(_ document: JSONNode) throws(JSONShapeError) -> Reading {
        var members = try document.object()
        try checkMark(try mark == .required ? members.member("walletd") : members.optionalMember("walletd"))
        let isComplete = try members.optionalBool("complete") ?? false
        var balances: [Balance] = []
        for node in try members.array("balances") {
            balances.append(try balance(node))
        }
        try members.finish()
        return Reading(balances: balances, completeness: isComplete ? .complete : .partial)
    }

    private func checkMark(_ node: JSONNode?) throws(JSONShapeError) {
        guard let node else { return }
        try PluginRun.checkMark(node)
    }

    private func balance(_ node: JSONNode) throws(JSONShapeError) -> Balance {
        var members = try node.object()
        let account = try members.member("account").text(text.account)
        let asset = try members.member("asset").text(text.asset)
        let available = try amount(members.member("available"), of: asset)
        let total = try members.optionalMember("total").map { node throws(JSONShapeError) in
            try amount(node, of: asset)
        }
        let kind = try members.optionalMember("kind")?.text(text.kind)
        let asOf = try members.optionalMember("as_of")?.text(text.timestamp)
        var lots: [Lot] = []
        for node in try members.optionalArray("lots") ?? [] {
            lots.append(try lot(node, of: asset))
        }
        try members.finish()
        return Balance(account: account, available: available, total: total, kind: kind, asOf: asOf, lots: lots)
    }

    private func lot(_ node: JSONNode, of asset: Asset) throws(JSONShapeError) -> Lot {
        var members = try node.object()
        let lot = Lot(
            amount: try amount(members.member("amount"), of: asset),
            expires: try members.member("expires").text(text.date))
        try members.finish()
        return lot
    }

    /// A JSON number is refused: many programs write those by way of a binary float.
    private func amount(_ node: JSONNode, of asset: Asset) throws(JSONShapeError) -> Amount {
        try node.text { digits throws(BalanceTextError) in try text.amount(digits, of: asset) }
    }
}
