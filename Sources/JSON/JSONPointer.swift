/// A place within a document (RFC 6901), such as `/data/0/balance`; the empty pointer is the whole document.
package struct JSONPointer: Sendable, Hashable {
    private let tokens: [JSONName]

    package init(_ text: String) throws(JSONPointerError) {
        let bytes = Array(text.utf8)
        guard bytes.first.map({ $0 == UInt8(ascii: "/") }) ?? true else {
            throw JSONPointerError(.missingSlash, at: 0)
        }
        var tokens: [[UInt8]] = []
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "/"): tokens.append([])
            case UInt8(ascii: "~"):
                tokens[tokens.count - 1].append(try Self.escaped(in: bytes, at: index))
                index += 1
            default: tokens[tokens.count - 1].append(bytes[index])
            }
            index += 1
        }
        self.tokens = tokens.map { JSONName(String(decoding: $0, as: UTF8.self)) }
    }

    /// The value at the place, or nothing where the document does not have the place.
    ///
    /// An element is named by its index from 0 without leading zeros; `-`, the element after the last, is nothing.
    package func evaluate(in document: JSONValue) -> JSONValue? {
        var value = document
        for token in tokens {
            guard let child = Self.child(token.text, of: value) else { return nil }
            value = child
        }
        return value
    }

    private static func escaped(in bytes: [UInt8], at index: Int) throws(JSONPointerError) -> UInt8 {
        switch index + 1 < bytes.count ? bytes[index + 1] : nil {
        case UInt8(ascii: "0"): UInt8(ascii: "~")
        case UInt8(ascii: "1"): UInt8(ascii: "/")
        case .none, .some: throw JSONPointerError(.malformedEscape, at: index)
        }
    }

    private static func child(_ token: String, of value: JSONValue) -> JSONValue? {
        switch value {
        case .object(let object): object[token]
        case .array(let elements): index(token).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
        case .null, .bool, .number, .string: nil
        }
    }

    private static func index(_ token: String) -> Int? {
        let digits = token.utf8
        guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        guard digits.count == 1 || digits.first != UInt8(ascii: "0") else { return nil }
        return Int(token)
    }
}

extension JSONPointer: CustomStringConvertible {
    /// The pointer as RFC 6901 writes it.
    package var description: String {
        tokens.map { token in
            var text = "/"
            for scalar in token.text.unicodeScalars {
                switch scalar {
                case "~": text += "~0"
                case "/": text += "~1"
                default: text.unicodeScalars.append(scalar)
                }
            }
            return text
        }.joined()
    }
}
