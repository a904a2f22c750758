/// Where jitter and identifiers come from; tests hand in a seeded one.
package struct Chance: Sendable {
    /// 64 random bits.
    package let bits: @Sendable () -> UInt64

    package init(bits: @escaping @Sendable () -> UInt64) {
        self.bits = bits
    }

    /// 32 hexadecimal digits that nobody else has.
    package func identifier() -> String { hexadecimal(bits()) + hexadecimal(bits()) }

    private func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
