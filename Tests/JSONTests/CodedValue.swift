import WalletTestSupport

/// A value of all the kinds that Codable knows how to write and JSON can hold exactly.
struct CodedValue: Codable, Equatable {
    var zeal = ""
    var bool = false
    var int = 0
    var small: Int8 = 0
    var unsigned: UInt64 = 0
    var optional: String?
    var optionalInt: Int?
    var list: [String] = []
    var grid: [[Int]] = []
    var gaps: [Bool?] = []
    var map: [String: Int] = [:]
    var inner: [Inner] = []
    var word = Word.first

    struct Inner: Codable, Equatable {
        var deep: [String: [Inner]] = [:]
        var a: String?

        enum CodingKeys: String, CodingKey {
            case deep = "a_deep"
            case a
        }
    }

    enum Word: String, Codable, CaseIterable {
        case first
        case second = "the \"second\""
    }
}

extension CodedValue {
    init(drawnBy random: inout SeededGenerator) {
        zeal = Self.text(&random)
        bool = Bool.random(using: &random)
        int = [0, -1, .min, .max, Int.random(in: -1_000...1_000, using: &random)].randomElement(using: &random) ?? 0
        small = Int8.random(in: .min ... .max, using: &random)
        unsigned = [0, .max, UInt64.random(in: 0...9, using: &random)].randomElement(using: &random) ?? 0
        optional = Bool.random(using: &random) ? Self.text(&random) : nil
        optionalInt = Bool.random(using: &random) ? int : nil
        list = Self.some(&random) { Self.text(&$0) }
        grid = Self.some(&random) { Self.some(&$0) { Int.random(in: -9...9, using: &$0) } }
        gaps = Self.some(&random) { [nil, true, false].randomElement(using: &$0) ?? nil }
        for position in 0..<Int.random(in: 0...20, using: &random) { map["name_\(position % 7)\(position)"] = position }
        inner = Self.some(&random) { Inner(drawnBy: &$0, depth: 3) }
        word = Word.allCases.randomElement(using: &random) ?? .first
    }

    fileprivate static func text(_ random: inout SeededGenerator) -> String {
        let parts = [
            "", "a", "card-1", "/", "\"", "\\", "\n\r\t\u{8}\u{c}", "\u{0}\u{1f}", "\u{7f}", "é", "e\u{301}", "한국", "🪙",
            "\u{2028}", "2026-11-22T10:00:05Z",
        ]
        return some(&random) { parts.randomElement(using: &$0) ?? "" }.joined()
    }

    fileprivate static func some<Item>(
        _ random: inout SeededGenerator, _ draw: (inout SeededGenerator) -> Item
    ) -> [Item] {
        (0..<Int.random(in: 0...4, using: &random)).map { _ in draw(&random) }
    }
}

extension CodedValue.Inner {
    init(drawnBy random: inout SeededGenerator, depth: Int) {
        a = Bool.random(using: &random) ? CodedValue.text(&random) : nil
        guard depth > 0 else { return }
        for name in ["b", "c_c", ""] where Bool.random(using: &random) {
            deep[name] = CodedValue.some(&random) { Self(drawnBy: &$0, depth: depth - 1) }
        }
    }
}
