/// The way from the document to a part of it, for messages: `balances[3].amount`.
package indirect enum JSONPath: Sendable {
    case document
    case member(JSONPath, String)
    case element(JSONPath, Int)
}

extension JSONPath: CustomStringConvertible {
    package var description: String {
        switch self {
        case .document: "the document"
        case .member(.document, let name): name.isPlain ? name : "[\(name.excerpt)]"
        case .member(let parent, let name): name.isPlain ? "\(parent).\(name)" : "\(parent)[\(name.excerpt)]"
        case .element(.document, let position): "[\(position)]"
        case .element(let parent, let position): "\(parent)[\(position)]"
        }
    }
}

extension String {
    /// Whether a path shows the name without quotes.
    fileprivate var isPlain: Bool {
        guard !isEmpty, utf8.count <= Self.excerptScalarsMax else { return false }
        return utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
    }
}
