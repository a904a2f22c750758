import JSON
import WalletCore

/// What a provider's plugin prints, read strictly: what is not understood in full is not believed in part.
struct ProviderAnswers {
    /// Of the provider's own names: a UUID, a transaction's hash.
    private static let referenceBytesMax = 512
    /// Of a quote's own name: some are signed documents.
    private static let quoteBytesMax = 8192

    private let fields: AnswerFields
    private let redaction: Redaction

    init(assets: AssetTable, redaction: Redaction) {
        fields = AnswerFields(assets: assets)
        self.redaction = redaction
    }

    /// What is not promised is not there.
    func promise(_ members: inout JSONObjectReader) throws(JSONShapeError) -> ProviderPromise {
        let isIdempotent = try members.optionalBool("idempotent") ?? false
        // A plugin whose answer depends on nothing may say how long keys live though it takes none.
        let lifetime = try isIdempotent ? members.member("key_lifetime") : members.optionalMember("key_lifetime")
        let keys = try lifetime.map(keyLifetime)
        let canLookUp = try members.optionalBool("lookup") ?? false
        let absentAfter = try members.optionalMember("absent_after").map { node throws(JSONShapeError) in
            try fields.duration(node)
        }
        let bundles = try members.optionalBool("bundles") ?? false
        return ProviderPromise(
            idempotency: isIdempotent ? keys : nil, lookup: canLookUp ? .byKey : .none, absentAfter: absentAfter,
            bundling: bundles ? .bundles : .single)
    }

    private func keyLifetime(_ node: JSONNode) throws(JSONShapeError) -> ProviderPromise.KeyLifetime {
        try node.string() == "unlimited" ? .unlimited : .limited(fields.duration(node))
    }

    func quote(_ members: inout JSONObjectReader) throws(JSONShapeError) -> Quote {
        var quote = Quote(fee: try fields.amountFromZero(members.member("fee")))
        if let origin = try members.optionalMember("fee_from") {
            quote.feeFrom = try feeOrigin(origin)
        }
        quote.receives = try members.optionalMember("receives").map(fields.amountFromZero)
        quote.processing = try members.optionalMember("processing").map { node throws(JSONShapeError) in
            try fields.duration(node, in: .zero...Duration.writtenMax)
        }
        quote.expires = try members.optionalMember("expires").map(fields.timestamp)
        quote.opaque = try members.optionalMember("quote").map { node throws(JSONShapeError) in
            try checked(node, fields.name(node, bytesMax: Self.quoteBytesMax))
        }
        return quote
    }

    /// A text that is stored as it is.
    private func checked(_ node: JSONNode, _ text: String) throws(JSONShapeError) -> String {
        guard !redaction.occurs(in: Array(text.utf8)) else { throw node.refusal(because: "holds a secret") }
        return text
    }

    private func feeOrigin(_ node: JSONNode) throws(JSONShapeError) -> Quote.FeeOrigin {
        guard let origin = Quote.FeeOrigin(rawValue: try node.string()) else {
            throw node.refusal(because: "known are amount, balance")
        }
        return origin
    }

    /// What became of a request for these legs; an answer that names others is about something else.
    func reply(_ members: inout JSONObjectReader, legs: Set<Leg>) throws(JSONShapeError) -> ProviderReply {
        let state = try members.member("state")
        guard let known = ProviderReply.State(rawValue: try state.string()) else {
            let words = ProviderReply.State.allCases.map(\.rawValue).joined(separator: ", ")
            throw state.refusal(because: "known are \(words)")
        }
        var reply = ProviderReply(known)
        reply.reference = try members.optionalMember("reference").map { node throws(JSONShapeError) in
            try checked(node, fields.name(node, bytesMax: Self.referenceBytesMax))
        }
        reply.fee = try members.optionalMember("fee").map(fields.amountFromZero)
        // A person cannot do what nobody says.
        let message = try known == .needsUser ? members.member("message") : members.optionalMember("message")
        reply.message = try message.map { node throws(JSONShapeError) in
            SafeText.message(bytes: redaction.apply(to: try node.string().utf8))
        }
        if let listed = try members.optionalArray("legs") {
            try check(listed, against: legs, at: members)
        }
        return reply
    }

    private func check(
        _ listed: [JSONNode], against legs: Set<Leg>, at members: JSONObjectReader
    ) throws(JSONShapeError) {
        var named: Set<Leg> = []
        for node in listed {
            let leg = try fields.leg(node)
            guard legs.contains(leg), named.insert(leg).inserted else {
                throw node.refusal(because: "is no leg of this cash-out, or is listed twice")
            }
        }
        guard named == legs else {
            throw JSONNode(.null, at: .member(members.path, "legs"))
                .refusal(because: "\(named.count) of \(legs.count) legs are named; a cash-out moves as a whole")
        }
    }
}
