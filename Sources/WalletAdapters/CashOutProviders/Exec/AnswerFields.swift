import JSON
import WalletCore

/// Reads the fields that answers about cash-outs are made of.
struct AnswerFields {
    private let text: BalanceText

    init(assets: AssetTable) {
        text = BalanceText(assets: assets)
    }

    /// An amount object, whose number is a string.
    func amount(_ node: JSONNode) throws(JSONShapeError) -> Amount {
        var members = try node.object()
        let asset = try members.member("asset").text(text.asset)
        let amount = try members.member("amount").text { digits throws(BalanceTextError) in
            try text.amount(digits, of: asset)
        }
        try members.finish()
        return amount
    }

    func amountFromZero(_ node: JSONNode) throws(JSONShapeError) -> Amount {
        let amount = try amount(node)
        guard !amount.isNegative else { throw node.refusal(because: "the amount is below zero") }
        return amount
    }

    func duration(
        _ node: JSONNode, in range: ClosedRange<Duration> = .seconds(1)...Duration.writtenMax
    ) throws(JSONShapeError) -> Duration {
        try node.text { text throws(BalanceTextError) in
            do {
                return try Duration.parse(text, in: range)
            } catch {
                throw BalanceTextError("\(error)")
            }
        }
    }

    func timestamp(_ node: JSONNode) throws(JSONShapeError) -> Timestamp { try node.text(text.timestamp) }

    /// A text that is kept and shown or sent back; without control characters.
    func name(_ node: JSONNode, bytesMax: Int) throws(JSONShapeError) -> String {
        let text = try node.string()
        guard text.utf8.count <= bytesMax else { throw node.refusal(because: "is longer than \(bytesMax) bytes") }
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw node.refusal(because: "holds a control character")
        }
        return text
    }

    func leg(_ node: JSONNode) throws(JSONShapeError) -> Leg {
        var members = try node.object()
        let source = try members.string("source")
        let account = try members.member("account").text(text.account)
        let amount = try amount(members.member("amount"))
        try members.finish()
        return Leg(HoldingID(source: source, account: account, asset: amount.asset.code), amount)
    }
}
