/// A hash with a key that only this daemon has: it tells whether bytes are the same, and nothing about them.
package struct KeyedHash: Sendable {
    private let hash: @Sendable ([[UInt8]]) -> [UInt8]

    package init(_ hash: @escaping @Sendable ([[UInt8]]) -> [UInt8]) {
        self.hash = hash
    }

    /// Of parts that are told apart.
    func of(parts: [[UInt8]]) -> [UInt8] { hash(parts) }

    func of(_ bytes: [UInt8]) -> [UInt8] { hash([bytes]) }
}
