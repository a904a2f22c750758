extension JSONObjectReader {
    package mutating func string(_ name: String) throws(JSONShapeError) -> String {
        try member(name).string()
    }

    package mutating func optionalString(_ name: String) throws(JSONShapeError) -> String? {
        try optionalMember(name)?.string()
    }

    package mutating func bool(_ name: String) throws(JSONShapeError) -> Bool {
        try member(name).bool()
    }

    package mutating func optionalBool(_ name: String) throws(JSONShapeError) -> Bool? {
        try optionalMember(name)?.bool()
    }

    package mutating func integer(_ name: String) throws(JSONShapeError) -> Int {
        try member(name).integer()
    }

    package mutating func optionalInteger(_ name: String) throws(JSONShapeError) -> Int? {
        try optionalMember(name)?.integer()
    }

    package mutating func array(_ name: String) throws(JSONShapeError) -> [JSONNode] {
        try member(name).array()
    }

    package mutating func optionalArray(_ name: String) throws(JSONShapeError) -> [JSONNode]? {
        try optionalMember(name)?.array()
    }

    package mutating func object(_ name: String) throws(JSONShapeError) -> JSONObjectReader {
        try member(name).object()
    }

    package mutating func optionalObject(_ name: String) throws(JSONShapeError) -> JSONObjectReader? {
        try optionalMember(name)?.object()
    }
}
