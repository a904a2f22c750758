import JSON
import WalletCore

extension FeeTable {
    /// As the configuration writes it.
    var document: JSONValue {
        var document = JSONObject()
        if let percent { document.set("percent", to: .string(percent.description)) }
        if let fixed { document.set("fixed", to: .string(fixed.description)) }
        if let minimum { document.set("minimum", to: .string(minimum.description)) }
        if let maximum { document.set("maximum", to: .string(maximum.description)) }
        return .object(document)
    }

    init(_ node: JSONNode, assets: AssetTable) throws(JSONShapeError) {
        var members = try node.object()
        let percent = try members.optionalMember("percent").map { node throws(JSONShapeError) in
            try node.text { text throws(BalanceTextError) in
                do {
                    return try Percentage.parse(text)
                } catch {
                    throw BalanceTextError("\(error)")
                }
            }
        }
        let amount = { (node: JSONNode) throws(JSONShapeError) -> Amount in
            try node.text { text throws(BalanceTextError) in
                do {
                    return try Amount.parse(text, assets: assets)
                } catch {
                    throw BalanceTextError("\(error)")
                }
            }
        }
        self.init(
            percent: percent, fixed: try members.optionalMember("fixed").map(amount),
            minimum: try members.optionalMember("minimum").map(amount),
            maximum: try members.optionalMember("maximum").map(amount))
        try members.finish()
    }
}
