/// Takes the members of an object whose names are all known: ask for each, then ``finish()``.
///
///     var reader = try JSONNode(document).object()
///     let account = try reader.string("account")
///     let total = try reader.optionalString("total")
///     try reader.finish()
package struct JSONObjectReader: Sendable {
    package let path: JSONPath
    private let object: JSONObject
    private var asked: [String] = []

    init(_ object: JSONObject, at path: JSONPath) {
        self.object = object
        self.path = path
    }

    /// The value of a member that must be there.
    package mutating func member(_ name: String) throws(JSONShapeError) -> JSONNode {
        asked.append(name)
        let path = JSONPath.member(path, name)
        guard let value = object[name] else { throw JSONShapeError(path: path, problem: .missing) }
        return JSONNode(value, at: path)
    }

    /// The value of a member that may be left out; null is no way to leave it out.
    package mutating func optionalMember(_ name: String) throws(JSONShapeError) -> JSONNode? {
        guard object[name] != nil else {
            asked.append(name)
            return nil
        }
        let node = try member(name)
        guard node.value != .null else { throw JSONShapeError(path: node.path, problem: .null) }
        return node
    }

    /// Refuses the first member that nobody asked for.
    package func finish() throws(JSONShapeError) {
        for member in object.members where !asked.contains(where: { $0.hasSameScalars(as: member.name) }) {
            throw JSONShapeError(path: .member(path, member.name), problem: .unknownMember(known: asked))
        }
    }
}
