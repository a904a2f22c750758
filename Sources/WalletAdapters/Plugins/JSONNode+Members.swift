import JSON

extension JSONNode {
    /// What `parse` makes of the string.
    func text<Field>(_ parse: (String) throws(BalanceTextError) -> Field) throws(JSONShapeError) -> Field {
        let text = try string()
        do {
            return try parse(text)
        } catch {
            throw refusal(because: error.description)
        }
    }
}

extension JSONNode {
    /// The members of an object whose names are data.
    func members() throws(JSONShapeError) -> [(name: String, value: JSONNode)] {
        _ = try object()
        guard case .object(let object) = value else { return [] }
        return object.members.map { ($0.name, JSONNode($0.value, at: .member(path, $0.name))) }
    }
}
