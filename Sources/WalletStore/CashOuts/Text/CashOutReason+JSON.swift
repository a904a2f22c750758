import JSON
import WalletCore

extension CashOutReason: StoredAsJSON {
    var json: JSONValue {
        .members([
            "code": .string(code.rawValue), "message": .string(message), "value": .text(value), "limit": .text(limit),
            "since": .instant(since), "clears_when": .text(clearsWhen), "subject": subject?.json,
        ])
    }

    init(json: JSONNode) throws(JSONShapeError) {
        var reader = try json.object()
        self.init(try reader.word("code"), try reader.string("message"))
        value = try reader.optionalString("value")
        limit = try reader.optionalString("limit")
        since = try reader.optionalInstant("since")
        clearsWhen = try reader.optionalString("clears_when")
        subject = try reader.optionalValue("subject")
    }
}
