import JSON
import WalletCore

extension JSONValue {
    /// Members in this order; what is `nil` is left out.
    static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        var object = JSONObject()
        for case (let name, let value?) in members { object.set(name, to: value) }
        return .object(object)
    }

    static func text(_ text: String?) -> JSONValue? { text.map { .string($0) } }
    static func amount(_ amount: Amount?) -> JSONValue? { amount.map { .string($0.description) } }
    static func amounts(_ amounts: [Amount]) -> JSONValue { .array(amounts.map { .string($0.description) }) }
    static func instant(_ instant: Timestamp?) -> JSONValue? { instant.map { .integer($0.milliseconds) } }
    static func duration(_ duration: Duration?) -> JSONValue? { duration.map { .integer($0.wholeMilliseconds) } }
}

extension JSONObjectReader {
    mutating func amount(_ name: String) throws(JSONShapeError) -> Amount { try member(name).amount() }

    mutating func optionalAmount(_ name: String) throws(JSONShapeError) -> Amount? {
        try optionalMember(name)?.amount()
    }

    mutating func optionalAmounts(_ name: String) throws(JSONShapeError) -> [Amount]? {
        guard let node = try optionalMember(name) else { return nil }
        var amounts: [Amount] = []
        for element in try node.array() { amounts.append(try element.amount()) }
        return amounts
    }

    mutating func optionalInstant(_ name: String) throws(JSONShapeError) -> Timestamp? {
        try optionalInteger(name).map { Timestamp(milliseconds: Int64($0)) }
    }

    mutating func duration(_ name: String) throws(JSONShapeError) -> Duration {
        .milliseconds(try integer(name))
    }

    mutating func optionalDuration(_ name: String) throws(JSONShapeError) -> Duration? {
        try optionalInteger(name).map { .milliseconds($0) }
    }

    mutating func word<Word: RawRepresentable<String>>(_ name: String) throws(JSONShapeError) -> Word {
        let node = try member(name)
        guard let word = Word(rawValue: try node.string()) else { throw node.refusal(because: "is no known word") }
        return word
    }

    mutating func value<Value: StoredAsJSON>(_ name: String) throws(JSONShapeError) -> Value {
        try Value(json: try member(name))
    }

    mutating func optionalValue<Value: StoredAsJSON>(_ name: String) throws(JSONShapeError) -> Value? {
        guard let node = try optionalMember(name) else { return nil }
        return try Value(json: node)
    }
}

extension JSONNode {
    fileprivate func amount() throws(JSONShapeError) -> Amount {
        guard let amount = Amount(stored: try string()) else { throw refusal(because: "is no amount") }
        return amount
    }
}
