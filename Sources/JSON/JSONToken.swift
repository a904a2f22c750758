/// One value or member name of a document that was found to be JSON, by where it stands.
///
/// The tokens of a document are in its order: after an object's come, for each member, its name's and its value's.
struct JSONToken {
    enum Kind: UInt8 {
        case null
        case no
        case yes
        case number
        case string
        /// A string with escapes: its bytes are among those that were resolved.
        case resolvedString
        case array
        case object
    }

    let kind: Kind
    /// The bytes of a number or a string, without quotes.
    let start: UInt32
    let end: UInt32
    /// The token after this one and all that belongs to it.
    var next: UInt32 = 0

    init(_ kind: Kind, _ range: Range<Int>) {
        self.kind = kind
        start = UInt32(truncatingIfNeeded: range.lowerBound)
        end = UInt32(truncatingIfNeeded: range.upperBound)
    }

    var range: Range<Int> { Int(start)..<Int(end) }
}

extension JSONKind {
    init(_ kind: JSONToken.Kind) {
        self =
            switch kind {
            case .null: .null
            case .no, .yes: .bool
            case .number: .number
            case .string, .resolvedString: .string
            case .array: .array
            case .object: .object
            }
    }
}
