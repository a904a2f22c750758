import JSON
import WalletCore

/// The `send` request of a plugin as it is stored: all of it but the destination's account.
struct PayoutDocument {
    private let document: JSONObject

    /// Throws where the text is none that ``text`` made.
    init(text: String) throws(PortFailure) {
        guard case .object(let document)? = try? JSONValue.parse(text.utf8) else {  // said here in other words
            throw PortFailure(.failed, "the stored request is damaged")
        }
        self.document = document
    }

    init(
        _ request: JSONObject, order: PayoutOrder, to destination: DestinationDefinition, key: String, quote: Quote
    ) {
        var document = request
        document.add(order, account: destination.account.placeholder)
        document.set("key", to: .string(key))
        if let opaque = quote.opaque { document.set("quote", to: .string(opaque)) }
        self.document = document
    }

    var text: String { JSONValue.object(document).text }

    /// The bytes that go out. Only the account's own place is filled in: a placeholder elsewhere is nobody's.
    func filled(with account: ResolvedAccount, of destination: DestinationDefinition) throws(PortFailure) -> [UInt8] {
        guard case .object(var target)? = document["destination"],
            target["account"] == .string(destination.account.placeholder)
        else {
            throw PortFailure(.misconfigured, "the request was prepared for another destination")
        }
        target.set("account", to: .string(account.text))
        var filled = document
        filled.set("destination", to: .object(target))
        return Plugin.input(filled)
    }

    func legs(assets: AssetTable) throws(PortFailure) -> Set<Leg> {
        do {
            var members = try JSONNode(.object(document)).object()
            var legs: Set<Leg> = []
            for node in try members.array("legs") {
                legs.insert(try AnswerFields(assets: assets).leg(node))
            }
            return legs
        } catch {
            throw PortFailure(.failed, "the stored request is damaged: \(error)")
        }
    }
}

extension JSONObject {
    /// Which value goes where.
    mutating func add(_ order: PayoutOrder, account: String) {
        set("legs", to: .array(order.legs.map(\.document)))
        set("destination", to: ["name": .string(order.destination), "account": .string(account)])
    }
}

extension Leg {
    fileprivate var document: JSONValue {
        [
            "source": .string(holding.source), "account": .string(holding.account),
            "amount": ["amount": .string(amount.decimal), "asset": .string(amount.asset.code)],
        ]
    }
}
