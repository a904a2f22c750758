extension Schema: Encodable {
    func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: Key.self)
        switch self {
        case .text: try keys.encode("string", forKey: .type)
        case .time: try encode("string", format: "date-time", to: &keys)
        case .day: try encode("string", format: "date", to: &keys)
        case .boolean: try keys.encode("boolean", forKey: .type)
        case .integer(let range): try encode(from: range.lowerBound, to: range.upperBound, &keys)
        case .count: try encode(from: 0, to: nil, &keys)
        case .choice(let words):
            try keys.encode("string", forKey: .type)
            try keys.encode(words, forKey: .enumeration)
        case .list(let item):
            try keys.encode("array", forKey: .type)
            try keys.encode(item, forKey: .items)
        case .map(let value):
            try keys.encode("object", forKey: .type)
            try keys.encode(value, forKey: .additionalProperties)
        case .object(let properties): try encode(properties, to: &keys)
        case .either(let forms): try keys.encode(forms, forKey: .anyOf)
        case .named(let name): try keys.encode("#/components/schemas/\(name)", forKey: .reference)
        }
    }

    private enum Key: String, CodingKey {
        case type, format, minimum, maximum, items, additionalProperties, properties, required, anyOf
        case enumeration = "enum"
        case reference = "$ref"
    }

    private func encode(
        _ type: String, format: String, to keys: inout KeyedEncodingContainer<Key>
    ) throws {
        try keys.encode(type, forKey: .type)
        try keys.encode(format, forKey: .format)
    }

    private func encode(from least: Int, to most: Int?, _ keys: inout KeyedEncodingContainer<Key>) throws {
        try keys.encode("integer", forKey: .type)
        try keys.encode(least, forKey: .minimum)
        try keys.encodeIfPresent(most, forKey: .maximum)
    }

    private func encode(_ properties: [Property], to keys: inout KeyedEncodingContainer<Key>) throws {
        try keys.encode("object", forKey: .type)
        let schemas = Dictionary(properties.map { ($0.name, $0.schema) }) { first, _ in first }
        try keys.encode(schemas, forKey: .properties)
        let required = properties.compactMap { property in
            switch property.presence {
            case .always: property.name
            case .whereItApplies: nil
            }
        }
        try keys.encode(required, forKey: .required)
    }
}
