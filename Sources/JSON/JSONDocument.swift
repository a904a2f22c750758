/// A document that is JSON, with the place of each of its values.
final class JSONDocument {
    let tokens: [JSONToken]
    private let bytes: [UInt8]
    /// The content of strings with escapes.
    private let resolved: [UInt8]
    /// Where the search for an object's next member begins: whoever reads members in their order finds each at once.
    var hint = Hint(object: -1, member: -1)

    struct Hint {
        let object: Int
        let member: Int
    }

    init(_ bytes: [UInt8], limits: JSONLimits) throws(JSONError) {
        // Tokens count bytes in 32 bits.
        let bytesMax = min(limits.bytesMax, Int(UInt32.max))
        guard bytes.count <= bytesMax else { throw JSONError(.tooLarge(bytesMax: bytesMax), at: bytesMax) }
        var parser = JSONParser(bytes)
        try parser.document()
        self.bytes = bytes
        (tokens, resolved) = (parser.tokens, parser.resolved)
    }

    /// The token after this one and all that belongs to it.
    func next(_ token: Int) -> Int { Int(tokens[token].next) }

    func kind(_ token: Int) -> JSONKind { JSONKind(tokens[token].kind) }

    /// The text of a string, or the digits of a number.
    func text(_ token: Int) -> String {
        let token = tokens[token]
        return token.kind == .resolvedString
            ? String(decoding: resolved[token.range], as: UTF8.self)
            : String(decoding: bytes[token.range], as: UTF8.self)
    }

    /// The value of a member, `nil` where the object does not have it.
    func value(of name: String, in object: Int) -> Int? {
        let (first, end) = (object + 1, next(object))
        let start = hint.object == object ? hint.member : first
        guard let value = find(name, start..<end) ?? find(name, first..<start) else { return nil }
        hint = Hint(object: object, member: next(value))
        return value
    }

    /// Looks among members that stand one after the other, from a name on.
    private func find(_ name: String, _ members: Range<Int>) -> Int? {
        var name = name
        return name.withUTF8 { name in
            var member = members.lowerBound
            while member < members.upperBound {
                if isName(member, name) { return member + 1 }
                member = next(member + 1)
            }
            return nil
        }
    }

    private func isName(_ token: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let token = tokens[token]
        guard token.range.count == name.count else { return false }
        return token.kind == .resolvedString
            ? resolved[token.range].elementsEqual(name) : bytes[token.range].elementsEqual(name)
    }
}

extension JSONDocument {
    /// The way to a value.
    func path(to token: Int) -> [any CodingKey] {
        var path: [any CodingKey] = []
        var parent = 0
        while parent < token, let step = step(from: parent, towards: token) {
            path.append(step.key)
            parent = step.value
        }
        return path
    }

    private func step(from parent: Int, towards token: Int) -> (key: JSONStep, value: Int)? {
        let isObject = tokens[parent].kind == .object
        var (position, child) = (0, parent + 1)
        while child < next(parent) {
            let value = isObject ? child + 1 : child
            if token < next(value) {
                return (isObject ? JSONStep(stringValue: text(child)) : JSONStep(intValue: position), value)
            }
            (position, child) = (position + 1, next(value))
        }
        return nil
    }
}
