import JSON
import WalletCore

extension Rate: StoredAsJSON {
    var json: JSONValue {
        ["base": base.json, "quote": quote.json, "rate": .string(value), "as_of": .string(asOf.description)]
    }

    init(json: JSONNode) throws(JSONShapeError) {
        var reader = try json.object()
        let base: Asset = try reader.value("base")
        let quote: Asset = try reader.value("quote")
        let value = try reader.string("rate")
        let asOf = try reader.string("as_of")
        do {
            try self.init(base: base, quote: quote, asOf: CalendarDate.parse(asOf), value: value)
        } catch {
            throw json.refusal(because: "is no rate")
        }
    }
}

extension Asset: StoredAsJSON {
    var json: JSONValue { ["code": .string(code), "scale": .integer(scale)] }

    init(json: JSONNode) throws(JSONShapeError) {
        var reader = try json.object()
        let scale = try reader.integer("scale")
        guard (0...Asset.scaleMax).contains(scale) else { throw json.refusal(because: "is no asset") }
        self.init(code: try reader.string("code"), scale: scale)
    }
}
