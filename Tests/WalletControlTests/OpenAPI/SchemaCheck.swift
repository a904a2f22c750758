import JSON

/// Compares JSON with the schemas of a description, more strictly than a client would: nothing may be there that the
/// description does not name.
struct SchemaCheck {
    let description: JSONValue

    /// What is wrong, each with its place.
    func faults(of value: JSONValue, by schema: JSONValue, at place: String = "answer") -> [String] {
        if let reference = schema["$ref"]?.text {
            guard let named = named(reference) else { return ["\(place): \(reference) is not described"] }
            return faults(of: value, by: named, at: place)
        }
        if let forms = schema["anyOf"]?.elements {
            let found = forms.map { faults(of: value, by: $0, at: place) }
            return found.contains([]) ? [] : found.flatMap(\.self)
        }
        switch (schema["type"]?.text, value) {
        case ("object", .object(let object)): return faults(of: object, by: schema, at: place)
        case ("array", .array(let elements)):
            guard let item = schema["items"] else { return ["\(place): its elements are not described"] }
            return elements.enumerated().flatMap { faults(of: $1, by: item, at: "\(place)[\($0)]") }
        case ("string", .string(let text)):
            let words = schema["enum"]?.elements.compactMap(\.text) ?? [text]
            return words.contains(text) ? [] : ["\(place): \(text) is none of \(words)"]
        case ("integer", .number(let digits)):
            guard let number = Int(digits), number >= schema["minimum"]?.text.flatMap(Int.init) ?? .min,
                number <= schema["maximum"]?.text.flatMap(Int.init) ?? .max
            else { return ["\(place): \(digits) is out of range"] }
            return []
        case ("boolean", .bool): return []
        case (let type, _): return ["\(place): it is \(value.kind), not \(type ?? "described")"]
        }
    }

    private func faults(of object: JSONObject, by schema: JSONValue, at place: String) -> [String] {
        if let values = schema["additionalProperties"] {
            return object.members.flatMap { faults(of: $0.value, by: values, at: "\(place).\($0.name)") }
        }
        let missing = (schema["required"]?.elements ?? []).compactMap(\.text).filter { object[$0] == nil }
        let wrong = object.members.flatMap { member -> [String] in
            let place = "\(place).\(member.name)"
            guard let property = schema["properties"]?[member.name] else { return ["\(place) is not described"] }
            return faults(of: member.value, by: property, at: place)
        }
        return missing.map { "\(place).\($0) is missing" } + wrong
    }

    private func named(_ reference: String) -> JSONValue? {
        reference.split(separator: "/").dropFirst().reduce(description) { value, name in value?[String(name)] }
    }
}
