import WalletCore
import WalletTestSupport

/// Values that crowd where arithmetic breaks: the ends of the range, zero, powers of two and ten.
extension SeededGenerator {
    mutating func units() -> Int128 {
        let near = Int128(Int.random(in: -3...3, using: &self))
        switch Int.random(in: 0..<6, using: &self) {
        case 0: return near
        case 1: return Int128.max &- abs(near)
        case 2: return Int128.min &+ abs(near)
        case 3: return powerOfTen() &+ near
        case 4: return (Int128(1) << Int128(Int.random(in: 0..<127, using: &self))) &+ near
        default: return Int128.random(in: .min ... .max, using: &self) >> Int128(Int.random(in: 0..<127, using: &self))
        }
    }

    /// Digits with at most `whole` of them before the point and `fraction` after it.
    mutating func decimal(whole: Int, fraction: Int) -> String {
        let before = Int.random(in: 1...whole, using: &self)
        let after = Int.random(in: 0...fraction, using: &self)
        return digits(before) + (after == 0 ? "" : "." + digits(after))
    }

    mutating func digits(_ count: Int) -> String {
        String((0..<count).map { _ in Character(String(Int.random(in: 0...9, using: &self))) })
    }

    mutating func asset() -> Asset {
        let scale = [0, 2, 3, 8, 18, Asset.scaleMax].randomElement(using: &self) ?? 0
        return Asset(code: "S\(scale)", scale: scale)
    }

    mutating func rounding() -> Rounding { Bool.random(using: &self) ? .up : .down }

    private mutating func powerOfTen() -> Int128 {
        var power: Int128 = 1
        for _ in 0..<Int.random(in: 0...38, using: &self) { power *= 10 }
        return Bool.random(using: &self) ? power : -power
    }
}
