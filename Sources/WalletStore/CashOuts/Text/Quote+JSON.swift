import JSON
import WalletCore

extension Quote: StoredAsJSON {
    var json: JSONValue {
        .members([
            "fee": .amount(fee), "fee_from": .string(feeFrom.rawValue), "receives": .amount(receives),
            "processing": .duration(processing), "expires": .instant(expires), "opaque": .text(opaque),
        ])
    }

    init(json: JSONNode) throws(JSONShapeError) {
        var reader = try json.object()
        self.init(
            fee: try reader.amount("fee"), from: try reader.word("fee_from"),
            receives: try reader.optionalAmount("receives"))
        processing = try reader.optionalDuration("processing")
        expires = try reader.optionalInstant("expires")
        opaque = try reader.optionalString("opaque")
    }
}

extension Cost: StoredAsJSON {
    var json: JSONValue {
        .members([
            "amount": .amount(amount), "debit": .amount(debit), "cost": .amount(cost), "net": .amount(net),
            "rates": rates.json,
        ])
    }

    init(json: JSONNode) throws(JSONShapeError) {
        var reader = try json.object()
        self.init(
            amount: try reader.amount("amount"), debit: try reader.amount("debit"), cost: try reader.amount("cost"),
            net: try reader.amount("net"), rates: try reader.value("rates"))
    }
}
