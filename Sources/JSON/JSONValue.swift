/// A JSON document, or a part of one (RFC 8259).
///
/// Two values are equal if they are written alike but for white space and escapes: strings scalar by scalar (no
/// canonical equivalence), numbers digit by digit (`1.0` is not `1`), members in the same order.
/// So equal values have equal ``serialized()`` bytes.
package enum JSONValue: Sendable {
    case null
    case bool(Bool)
    /// The number as written, in the grammar of RFC 8259 §6; it never passes through a binary float.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)

    package var kind: JSONKind {
        switch self {
        case .null: .null
        case .bool: .bool
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }

    /// The number with the digits of a whole number.
    package static func integer(_ value: some BinaryInteger) -> JSONValue {
        .number(String(value))
    }
}

extension JSONValue: Equatable {
    package static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.number(let left), .number(let right)), (.string(let left), .string(let right)):
            left.hasSameScalars(as: right)
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        case (.null, _), (.bool, _), (.number, _), (.string, _), (.array, _), (.object, _): false
        }
    }
}
