import Testing
import WalletCore
import WalletTestSupport

@Suite struct AmountRoundTripTests {
    @Test(
        arguments: [
            (Int128.max, 0, "170141183460469231731687303715884105727"),
            (Int128.min, 0, "-170141183460469231731687303715884105728"),
            (Int128.max, 18, "170141183460469231731.687303715884105727"),
            (Int128.min, 30, "-170141183.460469231731687303715884105728"),
            (1, 30, "0.000000000000000000000000000001"),
            (-1, 1, "-0.1"), (10, 1, "1.0"), (0, 0, "0"), (0, 3, "0.000"), (-100, 2, "-1.00"),
            (1_000_000_000_000_000_000, 0, "1000000000000000000"),
            (1_000_000_000_000_000_000, 18, "1.000000000000000000"),
            (999_999_999_999_999_999, 18, "0.999999999999999999"),
            (100_000_000_000_000_000_000_000_000_000_000_000_000, 2, "1000000000000000000000000000000000000.00"),
        ] as [(Int128, Int, String)])
    func `every amount has one text`(units: Int128, scale: Int, text: String) {
        let amount = Amount(units: units, of: Asset(code: "X", scale: scale))
        #expect(amount.decimal == text)
        #expect(amount.description == text + " X")
    }

    @Test func `an amount of up to 34 digits is read back as it was shown`() throws {
        var random = SeededGenerator(seed: 3)
        let largest: Int128 = 9_999_999_999_999_999_999_999_999_999_999_999
        for _ in 0..<10_000 {
            let amount = Amount(units: random.units() % (largest + 1), of: random.asset())
            #expect(try Amount.parse(decimal: amount.decimal, of: amount.asset) == amount)
        }
    }

    @Test func `whatever text is read, what is shown of it reads the same`() throws {
        var random = SeededGenerator(seed: 4)
        var read = 0
        for _ in 0..<10_000 {
            let asset = random.asset()
            let text = random.decimal(whole: 30, fraction: asset.scale)
            guard let amount = try? Amount.parse(decimal: text, of: asset) else { continue }  // too many digits
            read += 1
            #expect(try Amount.parse(decimal: amount.decimal, of: asset) == amount)
        }
        #expect(read > 5000)
    }

    @Test func `the standard library writes the same digits`() {
        var random = SeededGenerator(seed: 5)
        let whole = Asset(code: "X", scale: 0)
        for _ in 0..<10_000 {
            let units = random.units()
            #expect(Amount(units: units, of: whole).decimal == String(units))
        }
    }

    @Test func `random bytes are read or refused, never anything else`() {
        var random = SeededGenerator(seed: 6)
        let assets = AssetTable()
        let alphabet = Array("0123456789.-+eE, KRWUSDBTC\u{0}\u{FF10}é")
        var refused = 0
        for _ in 0..<20_000 {
            let length = Int.random(in: 0...14, using: &random)
            let text = String((0..<length).map { _ in alphabet.randomElement(using: &random) ?? "0" })
            do {
                let amount = try Amount.parse(text, assets: assets)
                #expect(amount.description.hasSuffix(" " + amount.asset.code))
            } catch {
                refused += 1
                #expect(!error.description.isEmpty)
            }
        }
        #expect(refused > 10_000)
    }
}
