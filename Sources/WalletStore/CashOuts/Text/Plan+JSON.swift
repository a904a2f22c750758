import JSON
import WalletCore

extension Plan: StoredAsJSON {
    var json: JSONValue {
        .members([
            "rule": .text(rule), "legs": legs.json, "route": route.json, "quote": quote.json, "cost": cost.json,
            "keeps": .amount(keeps), "spare": spare.isEmpty ? nil : .amounts(spare), "processing": processing?.json,
            "savings": savings?.json, "bundle": .text(bundle),
        ])
    }

    init(json: JSONNode) throws(JSONShapeError) {
        var reader = try json.object()
        self.init(
            rule: try reader.optionalString("rule"), legs: try reader.value("legs"), route: try reader.value("route"),
            quote: try reader.value("quote"), cost: try reader.value("cost"))
        keeps = try reader.amount("keeps")
        spare = try reader.optionalAmounts("spare") ?? []
        processing = try reader.optionalValue("processing")
        savings = try reader.optionalValue("savings")
        bundle = try reader.optionalString("bundle")
    }
}

extension Plan.Route: StoredAsJSON {
    var json: JSONValue {
        [
            "destination": .string(destination), "destination_identity": .string(destinationIdentity),
            "provider": .string(provider), "provider_identity": .string(providerIdentity),
        ]
    }

    init(json: JSONNode) throws(JSONShapeError) {
        var reader = try json.object()
        self.init(
            destination: try reader.string("destination"),
            destinationIdentity: try reader.string("destination_identity"), provider: try reader.string("provider"),
            providerIdentity: try reader.string("provider_identity"))
    }
}

extension Plan.Savings: StoredAsJSON {
    var json: JSONValue {
        .members(["alone": .amount(alone), "bundled": .amount(bundled), "saved": .amount(saved)])
    }

    init(json: JSONNode) throws(JSONShapeError) {
        var reader = try json.object()
        self.init(
            alone: try reader.amount("alone"), bundled: try reader.amount("bundled"), saved: try reader.amount("saved"))
    }
}

extension ProcessingTime: StoredAsJSON {
    var json: JSONValue { .members(["least": .duration(least), "most": .duration(most)]) }

    init(json: JSONNode) throws(JSONShapeError) {
        var reader = try json.object()
        self.init(try reader.duration("least"), try reader.duration("most"))
    }
}
