/// Where jitter and identifiers come from; tests hand in a seeded one.
package struct Chance: Sendable {
    /// 64 random bits.
    package let bits: @Sendable () -> UInt64

    package init(bits: @escaping @Sendable () -> UInt64) {
        self.bits = bits
    }

    /// 32 hexadecimal digits that nobody else has.
    package func identifier() -> String { hexadecimal(bits()) + hexadecimal(bits()) }

    fileprivate func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension Chance {
    /// A random UUID (RFC 9562, version 4).
    package func uuid() -> String {
        let version = bits() & 0xffff_ffff_ffff_0fff | 0x4000
        let variant = bits() & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000
        let digits = Array((hexadecimal(version) + hexadecimal(variant)).utf8)
        let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
        return parts.map { String(decoding: digits[$0], as: UTF8.self) }.joined(separator: "-")
    }
}
