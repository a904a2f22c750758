import Testing
import WalletCore

@Suite struct AssetTableTests {
    @Test(
        arguments: [
            ("KRW", 0), ("JPY", 0), ("CLP", 0), ("ISK", 0), ("UYI", 0), ("VND", 0), ("XOF", 0), ("XPF", 0),
            ("USD", 2), ("EUR", 2), ("HUF", 2), ("IDR", 2), ("MGA", 2), ("CHE", 2), ("XAD", 2), ("XCG", 2), ("ZWG", 2),
            ("BHD", 3), ("KWD", 3), ("TND", 3), ("CLF", 4), ("UYW", 4),
            ("BTC", 8), ("SAT", 3), ("ETH", 18), ("USDC", 6),
        ])
    func `a built-in asset has its minor units`(code: String, scale: Int) throws {
        #expect(try AssetTable().asset(code) == Asset(code: code, scale: scale))
    }

    @Test func `all of list one is there and nothing else of three letters but coins`() {
        let table = AssetTable()
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        var counts: [Int: Int] = [:]
        for a in letters {
            for b in letters {
                for c in letters {
                    guard let asset = try? table.asset(String([a, b, c])) else { continue }  // most are unknown
                    counts[asset.scale, default: 0] += 1
                }
            }
        }
        #expect(counts == [0: 17, 2: 139, 3: 7 + 1, 4: 2, 8: 1, 18: 1])
    }

    @Test(arguments: ["XAU", "XDR", "XXX", "XTS", "STARS", "BTC2", "A.B"])
    func `an unknown asset is named`(code: String) {
        #expect(throws: AssetError.unknown(code: code, scale: 0)) { try AssetTable().asset(code) }
    }

    @Test func `the lines of an unknown asset are TOML also where its code holds a point`() {
        #expect(AssetError.unknown(code: "A-B", scale: 0).declaration == ["[assets.A-B]", "scale = 0"])
        #expect(AssetError.unknown(code: "A.B", scale: 3).declaration == ["[assets.'A.B']", "scale = 3"])
    }

    @Test(
        arguments: [
            "", "krw", "Krw", ".A", "-A", "_A", "A B", "A/B", "ÄA", "A\u{0}", "\u{212A}RW", "ABCDEFGHIJKLMNOPQ",
        ])
    func `what is not written as a code is refused`(code: String) {
        var table = AssetTable()
        #expect(throws: AssetError.malformedCode(SafeText.excerpt(code))) { try table.asset(code) }
        #expect(throws: AssetError.malformedCode(SafeText.excerpt(code))) { try table.declare(code, scale: 0) }
    }

    @Test(arguments: ["A", "0", "9A.B_C-D", "ABCDEFGHIJKLMNOP"])
    func `a declared asset is known from then on`(code: String) throws {
        var table = AssetTable()
        try table.declare(code, scale: 7)
        #expect(try table.asset(code) == Asset(code: code, scale: 7))
        #expect(try Amount.parse("1.5 \(code)", assets: table).description == "1.5000000 \(code)")
    }

    @Test func `an asset may have a name, a known one too`() throws {
        var table = AssetTable()
        try table.declare("STARS", scale: 0, name: "coffee stars")
        try table.declare("STARS", scale: 0)
        try table.declare("KRW", scale: 0, name: "won")
        #expect(table.name("STARS") == "coffee stars")
        #expect(table.name("KRW") == "won")
        #expect(table.name("USD") == nil && table.name("NOBODY") == nil && table.name("") == nil)
    }

    @Test func `an asset keeps its scale`() throws {
        var table = AssetTable()
        #expect(throws: AssetError.redeclared(code: "KRW", scale: 2, existing: 0)) {
            try table.declare("KRW", scale: 2)
        }
        try table.declare("KRW", scale: 0)
        try table.declare("STARS", scale: 0)
        #expect(throws: AssetError.redeclared(code: "STARS", scale: 1, existing: 0)) {
            try table.declare("STARS", scale: 1)
        }
        #expect(try table.asset("KRW").scale == 0)
    }

    @Test(arguments: [-1, 31, Int.max, Int.min])
    func `a scale out of range is refused`(scale: Int) {
        var table = AssetTable()
        #expect(throws: AssetError.scaleOutOfRange(code: "STARS", scale: scale)) {
            try table.declare("STARS", scale: scale)
        }
    }
}
