import JSON
import WalletCore

extension Leg: StoredAsJSON {
    var json: JSONValue { .members(["holding": holding.json, "amount": .amount(amount)]) }

    init(json: JSONNode) throws(JSONShapeError) {
        var reader = try json.object()
        self.init(try reader.value("holding"), try reader.amount("amount"))
    }
}

extension HoldingID: StoredAsJSON {
    var json: JSONValue { ["source": .string(source), "account": .string(account), "asset": .string(asset)] }

    init(json: JSONNode) throws(JSONShapeError) {
        var reader = try json.object()
        self.init(
            source: try reader.string("source"), account: try reader.string("account"),
            asset: try reader.string("asset"))
    }
}

extension QuoteRequest: StoredAsJSON {
    var json: JSONValue { ["legs": legs.json, "route": route.json] }

    init(json: JSONNode) throws(JSONShapeError) {
        var reader = try json.object()
        self.init(legs: try reader.value("legs"), route: try reader.value("route"))
    }
}
