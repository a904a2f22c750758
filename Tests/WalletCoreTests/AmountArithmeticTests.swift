import Testing
import WalletCore
import WalletTestSupport

@Suite struct AmountArithmeticTests {
    let krw = Asset(code: "KRW", scale: 0)

    @Test(
        arguments: [
            (1, 2, 3), (Int128.max, 0, Int128.max), (Int128.max, 1, nil), (Int128.min, -1, nil),
            (Int128.min, Int128.max, -1), (Int128.max, Int128.max, nil), (Int128.min, Int128.min, nil),
        ] as [(Int128, Int128, Int128?)])
    func `a sum is exact or an error`(left: Int128, right: Int128, sum: Int128?) throws {
        let amounts = (Amount(units: left, of: krw), Amount(units: right, of: krw))
        guard let sum else {
            #expect(throws: AmountError.overflow(asset: krw)) { try amounts.0.adding(amounts.1) }
            return
        }
        #expect(try amounts.0.adding(amounts.1).units == sum)
        #expect(try amounts.1.adding(amounts.0).units == sum)
    }

    @Test(
        arguments: [
            (3, 2, 1), (Int128.min, 0, Int128.min), (Int128.min, 1, nil), (0, Int128.min, nil),
            (-1, Int128.min, Int128.max), (Int128.max, -1, nil), (Int128.max, Int128.max, 0),
        ] as [(Int128, Int128, Int128?)])
    func `a difference is exact or an error`(left: Int128, right: Int128, difference: Int128?) throws {
        let amounts = (Amount(units: left, of: krw), Amount(units: right, of: krw))
        guard let difference else {
            #expect(throws: AmountError.overflow(asset: krw)) { try amounts.0.subtracting(amounts.1) }
            return
        }
        #expect(try amounts.0.subtracting(amounts.1).units == difference)
    }

    @Test func `the lowest amount has no negative`() throws {
        #expect(throws: AmountError.overflow(asset: krw)) { try Amount(units: .min, of: krw).negated() }
        #expect(try Amount(units: .max, of: krw).negated().units == -Int128.max)
        #expect(try Amount.zero(of: krw).negated().isZero)
    }

    @Test func `different assets, and scales of one code, never mix`() {
        let won = Amount(units: 1, of: krw)
        for other in [Asset(code: "USD", scale: 2), Asset(code: "KRW", scale: 2)] {
            let amount = Amount(units: 1, of: other)
            #expect(throws: AmountError.mixedAssets(krw, other)) { try won.adding(amount) }
            #expect(throws: AmountError.mixedAssets(krw, other)) { try won.subtracting(amount) }
            #expect(throws: AmountError.mixedAssets(krw, other)) { try won.compare(amount) }
            #expect(throws: AmountError.mixedAssets(krw, other)) { try won.isLess(than: amount) }
            #expect(throws: AmountError.mixedAssets(krw, other)) { try won.isGreater(than: amount) }
        }
    }

    @Test func `comparing follows the units over the whole range`() throws {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<5000 {
            let (left, right) = (random.units(), random.units())
            let (a, b) = (Amount(units: left, of: krw), Amount(units: right, of: krw))
            #expect(try a.isLess(than: b) == (left < right))
            #expect(try a.isGreater(than: b) == (left > right))
            #expect(try a.compare(a) == .equal)
            #expect(try (a.compare(b) == .equal) == (left == right))
        }
    }

    @Test func `what was added can be taken away again`() throws {
        var random = SeededGenerator(seed: 2)
        var sums = 0
        for _ in 0..<5000 {
            let (a, b) = (Amount(units: random.units(), of: krw), Amount(units: random.units(), of: krw))
            guard let sum = try? a.adding(b) else { continue }  // sums out of range are another test's
            sums += 1
            #expect(try sum.subtracting(b) == a)
            #expect(try sum.subtracting(a) == b)
        }
        #expect(sums > 2000)
    }
}
