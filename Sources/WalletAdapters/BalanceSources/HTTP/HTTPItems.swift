import JSON
import WalletCore

/// Finds the balances in an answer by the pointers of the definition.
struct HTTPItems {
    private let definition: HTTPSourceDefinition
    private let text: BalanceText

    init(_ definition: HTTPSourceDefinition, assets: AssetTable) {
        self.definition = definition
        text = BalanceText(assets: assets)
    }

    func parts(in document: JSONValue) throws(PortFailure) -> [HoldingPart] {
        guard let pointer = definition.items else { return [try part(Item(value: document, name: ""))] }
        guard case .array(let values)? = pointer.evaluate(in: document) else {
            throw PortFailure(.malformed, "there is no list at \"\(SafeText.excerpt(pointer.description))\"")
        }
        var parts: [HoldingPart] = []
        for (index, value) in values.enumerated() {
            parts.append(try part(Item(value: value, name: "item \(index): ")))
        }
        return parts
    }

    private func part(_ item: Item) throws(PortFailure) -> HoldingPart {
        let asset = try item.required("asset", definition.asset, text.asset)
        let amount = { digits throws(BalanceTextError) in try text.amount(digits, shift: definition.shift, of: asset) }
        return HoldingPart(
            account: try item.required("account", definition.account, text.account),
            available: try item.required("available", definition.available, amount),
            total: try item.optional("total", definition.total, amount),
            asOf: try item.optional("as_of", definition.asOf, instant),
            expires: try item.optional("expires", definition.expires, day))
    }

    /// RFC 3339, or whole seconds since 1970 as many services write them.
    private func instant(_ written: String) throws(BalanceTextError) -> Timestamp {
        guard let seconds = Int64(written) else { return try text.timestamp(written) }
        guard Self.seconds.contains(seconds) else {
            throw BalanceTextError("\(seconds) is not a time in seconds since 1970")
        }
        return Timestamp(milliseconds: seconds * 1000)
    }

    /// A date, or the day in UTC of an instant.
    private func day(_ written: String) throws(BalanceTextError) -> CalendarDate {
        guard written.utf8.count > "2026-11-22".utf8.count || Int64(written) != nil else {
            return try text.date(written)
        }
        return CalendarDate(try instant(written))
    }

    /// From 2001 to 5138: a smaller number is a date written as 20261122, a larger one counts milliseconds.
    private static let seconds: ClosedRange<Int64> = 1_000_000_000...99_999_999_999
}

/// One item of an answer, with its name for messages.
private struct Item {
    let value: JSONValue
    let name: String

    /// `nil` where the definition asks for nothing, or the item has nothing or null there.
    func optional<Result>(
        _ key: String, _ field: HTTPSourceDefinition.Field?, _ parse: (String) throws(BalanceTextError) -> Result
    ) throws(PortFailure) -> Result? {
        guard let field, let written = try written(key, field) else { return nil }
        do {
            return try parse(written)
        } catch {
            throw fault(key, error.description)
        }
    }

    func required<Result>(
        _ key: String, _ field: HTTPSourceDefinition.Field, _ parse: (String) throws(BalanceTextError) -> Result
    ) throws(PortFailure) -> Result {
        guard let result = try optional(key, field, parse) else { throw fault(key, "nothing is there") }
        return result
    }

    /// Numbers are taken by their digits: they never pass through a binary float.
    private func written(_ key: String, _ field: HTTPSourceDefinition.Field) throws(PortFailure) -> String? {
        switch field {
        case .value(let text): return text
        case .pointer(let pointer):
            switch pointer.evaluate(in: value) {
            case nil, .null: return nil
            case .string(let text), .number(let text): return text
            case .bool, .array, .object: throw fault(key, "neither a text nor a number is there")
            }
        }
    }

    private func fault(_ key: String, _ text: String) -> PortFailure {
        PortFailure(.malformed, "\(name)\(key): \(text)")
    }
}
