/// The names of one object while it is read, to find one that stands twice.
struct JSONNames {
    /// The token of the first name.
    private let first: Int
    private var count = 0
    /// It stays empty up to ``comparedMax`` names. The standard library seeds its hash for each process, so nobody
    /// outside can prepare names that collide.
    private var many: Set<ArraySlice<UInt8>> = []

    /// Up to so many names, comparing them all costs less than hashing one.
    private static let comparedMax = 16

    init(from first: Int) {
        self.first = first
    }

    /// `false` for a name that stood before; the parser has read all members before it.
    mutating func insert(_ name: JSONToken, in parser: JSONParser) -> Bool {
        count += 1
        if count <= Self.comparedMax { return isNew(name, in: parser) }
        if many.isEmpty { many = Set(names(in: parser).map(parser.content)) }
        return many.insert(parser.content(name)).inserted
    }

    private func isNew(_ name: JSONToken, in parser: JSONParser) -> Bool {
        var other = first
        while other < parser.tokens.count {
            let token = parser.tokens[other]
            if token.range.count == name.range.count, parser.content(token) == parser.content(name) { return false }
            other = Int(parser.tokens[other + 1].next)
        }
        return true
    }

    private func names(in parser: JSONParser) -> [JSONToken] {
        var names: [JSONToken] = []
        var other = first
        while other < parser.tokens.count {
            names.append(parser.tokens[other])
            other = Int(parser.tokens[other + 1].next)
        }
        return names
    }
}
