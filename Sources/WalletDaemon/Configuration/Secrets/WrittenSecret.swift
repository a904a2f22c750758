import JSON

/// Finds secrets that stand in the configuration itself.
enum WrittenSecret {
    /// The name in a URL's query that carries a secret.
    static func name(inQueryOf url: String) -> String? {
        guard let start = url.firstIndex(of: "?") else { return nil }
        return name(inForm: url[url.index(after: start)...], where: SecretWords.askInRequest)
    }

    /// The name in a request's body, JSON or a form, that carries one.
    static func name(inBody body: String) -> String? {
        do {
            return name(in: try JSONValue.parse(body.utf8))
        } catch {
            return name(inForm: body[...], where: SecretWords.ask)
        }
    }

    /// How a literal value of a header shows that it is one, whatever the header's name.
    static func isCredential(headerValue: String) -> Bool {
        let scheme = headerValue.prefix { $0 != " " }.lowercased()
        return ["basic", "bearer", "digest", "token"].contains(scheme) && scheme.utf8.count < headerValue.utf8.count
    }

    private static func name(inForm form: Substring, where asks: (String) -> Bool) -> String? {
        for pair in form.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2, parts[0].utf8.allSatisfy(isOfName), asks(parts[0]) { return parts[0] }
        }
        return nil
    }

    /// Else a text with `=` in it would be taken for a form.
    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case _: "-_.[]".utf8.contains(byte)
        }
    }

    private static func name(in value: JSONValue) -> String? {
        switch value {
        case .null, .bool, .number, .string: return nil
        case .array(let elements): return elements.lazy.compactMap { name(in: $0) }.first
        case .object(let object):
            for member in object.members {
                if SecretWords.ask(member.name), isScalar(member.value) { return member.name }
                if let name = name(in: member.value) { return name }
            }
            return nil
        }
    }

    /// Whether the value can be a secret.
    private static func isScalar(_ value: JSONValue) -> Bool {
        switch value {
        case .number: true
        case .string(let text): !text.isEmpty
        case .null, .bool, .array, .object: false
        }
    }
}
