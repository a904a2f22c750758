import JSON

/// A definition as it is kept with a cash-out, so that this can be followed to its end whatever the configuration says
/// then. Equal definitions have equal texts.
enum DefinitionDocument {
    static func read<Definition>(
        _ text: String, _ read: (inout JSONObjectReader) throws(JSONShapeError) -> Definition
    ) throws(DefinitionError) -> Definition {
        do {
            var members = try JSONNode(JSONValue.parse(text.utf8)).object()
            let definition = try read(&members)
            try members.finish()
            return definition
        } catch {
            throw DefinitionError("\(error)")
        }
    }
}
