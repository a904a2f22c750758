import JSON

extension SecretReference {
    /// As the configuration writes it; the secret itself is never in it.
    var document: JSONValue {
        switch self {
        case .credential(let name): ["credential": .string(name)]
        case .file(let path): ["file": .string(path)]
        }
    }

    init(_ node: JSONNode) throws(JSONShapeError) {
        var members = try node.object()
        if let name = try members.optionalString("credential") {
            self = .credential(name)
        } else {
            self = .file(try members.string("file"))
        }
        try members.finish()
    }
}
