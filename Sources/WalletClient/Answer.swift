package import WalletAPI

/// What the daemon answered, as it came and as it is meant.
package struct Answer<Value: Decodable>: Sendable {
    /// The JSON text, byte for byte.
    package let bytes: [UInt8]

    package func value() throws(ClientError) -> Value {
        try AnswerDecoding.value(of: bytes)
    }
}

extension Answer {
    /// The cursor of the page after this one, whatever its items are; `nil` on the last.
    package func next<Item>() throws(ClientError) -> String? where Value == Page<Item> {
        let end: PageEnd = try AnswerDecoding.value(of: bytes)
        return end.next
    }
}

/// A page without its items.
private struct PageEnd: Decodable {
    let next: String?
}
