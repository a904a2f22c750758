import FoundationEssentials
import Testing

/// walletd.toml(5), held against what the parser knows: whether it calls a key unknown.
struct ManualPageTests {
    /// Tables whose keys depend on their adapter.
    private static let adapters = [
        "sources": ["manual", "file", "exec", "http", "lnbits"], "providers": ["exec", "lnbits"],
        "rates": ["fixed", "exec"],
    ]
    /// Fewer than the faults that are told at once.
    private static let wordsAtOnce = 20

    private static let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The keys of each table, by its header.
    private let page: [String: Set<String>]
    /// Every word that may be a key or a table: each one in the parser's sources, and each one in the page.
    private let words: Set<String>

    init() throws {
        let text = try String(contentsOf: Self.top.appending(path: "debian/man/walletd.toml.5"), encoding: .utf8)
        var page: [String: Set<String>] = [:]
        for section in text.split(separator: ".SH \"[").dropFirst() {
            let keys = section.matches(of: /\n\.TP\n\.B (.+)/).flatMap { $0.1.split(separator: ", ") }
            page[String(section.prefix { $0 != "]" })] = Set(keys.map(String.init))
        }
        self.page = page
        let tables = page.keys.map(Self.table)
        words = page.values.reduce(try Self.wordsInSources().union(tables)) { $0.union($1) }
    }

    /// The table of a header, e.g. `sources` of `sources.NAME`.
    private static func table(_ header: String) -> String { String(header.prefix { $0 != "." }) }

    private static func wordsInSources() throws -> Set<String> {
        let folder = top.appending(path: "Sources/WalletDaemon/Configuration").path
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }
        var words: Set<String> = []
        for file in files {
            let text = try String(contentsOf: URL(filePath: "\(folder)/\(file)"), encoding: .utf8)
            words.formUnion(text.matches(of: /"([a-z][a-z_]+)"/).map { String($0.1) })
            words.formUnion(text.matches(of: /case ([a-z]+)\b/).map { String($0.1) })
        }
        return words
    }

    /// Of all words, those that the parser does not call an unknown `noun` in a document that `lines` make of them.
    private func known(_ noun: String, in lines: ([String]) -> String) throws -> Set<String> {
        var unknown: Set<String> = []
        let all = words.sorted()
        for start in stride(from: 0, to: all.count, by: Self.wordsAtOnce) {
            let some = Array(all[start..<min(start + Self.wordsAtOnce, all.count)])
            let report = try ConfigurationFolder.report(lines(some))
            for word in some where report.contains(where: { $0.contains("unknown \(noun) `\(word)`") }) {
                unknown.insert(word)
            }
        }
        return words.subtracting(unknown)
    }

    @Test func `the page has each table that the parser knows, and no other`() throws {
        let known = try known("table") { some in some.map { "[\($0)]\n" }.joined() }
        #expect(known == Set(page.keys.map(Self.table)))
    }

    @Test(arguments: [
        "daemon", "assets.NAME", "sources.NAME", "alerts.NAME", "cashouts.NAME", "limits", "destinations.NAME",
        "providers.NAME", "rates.NAME",
    ])
    func `the page has each key of a table that the parser knows, and no other`(header: String) throws {
        var found: Set<String> = []
        for adapter in Self.adapters[Self.table(header)] ?? [""] {
            let beginning = "[\(header)]\n" + (adapter.isEmpty ? "" : "adapter = \"\(adapter)\"\n")
            found.formUnion(
                try known("key") { some in
                    beginning + some.filter { adapter.isEmpty || $0 != "adapter" }.map { "\($0) = 1\n" }.joined()
                })
        }
        #expect(try found.symmetricDifference(#require(page[header])).isEmpty, "\(found.sorted())")
    }
}
