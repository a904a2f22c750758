import JSON

extension DestinationDefinition {
    package var text: String {
        var document = JSONObject()
        document.set("name", to: .string(name))
        document.set("account", to: account.document)
        if let payee { document.set("payee", to: .string(payee)) }
        return JSONValue.object(document).text
    }

    /// Reads what ``text`` wrote.
    package init(text: String) throws(DefinitionError) {
        self = try DefinitionDocument.read(text) { members throws(JSONShapeError) in
            DestinationDefinition(
                name: try members.string("name"), account: try SecretReference(members.member("account")),
                payee: try members.optionalString("payee"))
        }
    }
}
