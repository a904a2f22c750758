import JSON
import WalletCore

extension Evidence.Finding: StoredAsJSON {
    private enum Kind: String {
        case said
        case noAnswer = "no-answer"
        case nobodyToAsk = "nobody-to-ask"
    }

    var json: JSONValue {
        switch self {
        case .said(let reply): ["finding": .string(Kind.said.rawValue), "reply": reply.json]
        case .noAnswer(let message): ["finding": .string(Kind.noAnswer.rawValue), "message": .string(message)]
        case .nobodyToAsk: ["finding": .string(Kind.nobodyToAsk.rawValue)]
        }
    }

    init(json: JSONNode) throws(JSONShapeError) {
        var reader = try json.object()
        let kind: Kind = try reader.word("finding")
        switch kind {
        case .said: self = .said(try reader.value("reply"))
        case .noAnswer: self = .noAnswer(try reader.string("message"))
        case .nobodyToAsk: self = .nobodyToAsk
        }
    }
}

extension ProviderReply: StoredAsJSON {
    var json: JSONValue {
        .members([
            "state": .string(state.rawValue), "reference": .text(reference), "fee": .amount(fee),
            "message": .text(message), "credentials": .text(credentials),
        ])
    }

    init(json: JSONNode) throws(JSONShapeError) {
        var reader = try json.object()
        self.init(
            try reader.word("state"), reference: try reader.optionalString("reference"),
            fee: try reader.optionalAmount("fee"), message: try reader.optionalString("message"))
        credentials = try reader.optionalString("credentials")
    }
}
