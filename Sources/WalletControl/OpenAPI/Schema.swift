/// The form of a JSON value, as JSON Schema (2020-12) describes it in OpenAPI 3.1.
indirect enum Schema: Sendable {
    case text
    /// RFC 3339, in UTC.
    case time
    /// `2027-03-01`.
    case day
    case boolean
    case integer(ClosedRange<Int>)
    /// A whole number from 0 on.
    case count
    case choice([String])
    case list(Schema)
    /// An object whose names are not known before, e.g. counts by state.
    case map(Schema)
    case object([Property])
    /// One of several forms.
    case either([Schema])
    /// One of the schemas that have a name.
    case named(String)

    struct Property: Sendable {
        let name: String
        let schema: Schema
        let presence: Presence
    }

    enum Presence: Sendable {
        case always
        case whereItApplies
    }

    /// A page of a list of named items.
    static func page(of item: String) -> Schema {
        .object([.always("items", .list(.named(item))), .sometimes("next", .text)])
    }
}

extension Schema.Property {
    static func always(_ name: String, _ schema: Schema) -> Self {
        Self(name: name, schema: schema, presence: .always)
    }

    static func sometimes(_ name: String, _ schema: Schema) -> Self {
        Self(name: name, schema: schema, presence: .whereItApplies)
    }
}
