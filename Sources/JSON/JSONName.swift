/// A text that is equal to another only if both have the same scalars.
///
/// `String` compares by canonical equivalence: "é" as one scalar equals "e" with a combining accent. RFC 8259 §8.3
/// compares names code unit by code unit, where these are two names.
struct JSONName: Hashable, Sendable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    static func == (left: JSONName, right: JSONName) -> Bool {
        left.text.hasSameScalars(as: right.text)
    }

    func hash(into hasher: inout Hasher) {
        for byte in text.utf8 {
            hasher.combine(byte)
        }
    }
}

extension String {
    /// Compares scalar by scalar, where `==` would also call canonically equivalent texts equal.
    func hasSameScalars(as other: String) -> Bool {
        utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
    }
}
