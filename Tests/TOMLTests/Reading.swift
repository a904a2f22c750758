import TOML

/// Reads a text that is expected to be a whole document.
func read(_ text: String) throws -> TOMLTable {
    try TOMLDocument.parse(Array(text.utf8))
}

/// The faults of a text, empty if it has none.
func faults(of text: String) -> [TOMLError] {
    refusal(of: Array(text.utf8))?.faults ?? []
}

/// What refuses the bytes, nil if they are a whole document.
func refusal(of bytes: [UInt8]) -> TOMLFaults? {
    do throws(TOMLFaults) {
        _ = try TOMLDocument.parse(bytes)
        return nil
    } catch {
        return error
    }
}

extension TOMLTable {
    /// The value at a path of keys.
    func value(_ keys: String...) -> TOMLValue? {
        var found = TOMLValue?.none
        var table: TOMLTable? = self
        for key in keys {
            found = table?[key]?.value
            table = found?.table
        }
        return found
    }
}

extension TOMLValue {
    var table: TOMLTable? {
        if case .table(let table) = kind { table } else { nil }
    }

    var elements: [TOMLValue]? {
        if case .array(let elements) = kind { elements } else { nil }
    }

    var string: String? {
        if case .string(let string) = kind { string } else { nil }
    }

    var integer: Int64? {
        if case .integer(let integer) = kind { integer } else { nil }
    }
}
