import TOML
import Testing
import WalletTestSupport

struct RecoveryTests {
    @Test func `all faults of a configuration are reported in one run`() throws {
        let text = """
            [daemon]
            home_asset = KRW
            retention = "5y
            operators = ["alice", "bob"
            [sources.a]
            every = 15m
            options = { card = "1"
            timeout = "30s"
            [sources.a]
            timeout = "40s"
            [sources.b
            command = [
              "x",
              y,
              "z"
              "w",
            ]
            kind = "prepaid"
            kind = "bank"
            """
        let refused = try #require(refusal(of: Array(text.utf8)))
        #expect(
            refused.faults.map(\.description) == [
                "2:14: 'KRW' is not a value (strings need quotes)",
                "3:13: string is not closed on its line",
                "4:13: array is not closed",
                "6:9: '15m' is not a valid number or date (strings need quotes)",
                "7:11: inline table is not closed on its line",
                "9:10: table 'sources.a' is already defined at line 5",
                "11:11: expected ']' to close the header, found end of line",
                "14:3: 'y' is not a value (strings need quotes)",
                "16:3: expected ',' or ']' in the array opened at 12:11, found '\"'",
                "19:1: duplicate key 'kind' (first at line 18)",
            ])
        #expect(refused.extent == .all)
        #expect(refused.readable.value("sources", "a", "timeout")?.string == "30s")
        #expect(refused.readable.value("sources", "b", "kind")?.string == "prepaid")
    }

    @Test(arguments: [
        "x", "x =", "= 1", "x = y", "x = 15m", "x = \"", "x = '", "x = \"\\q\"", "x = [", "x = [1", "x = [1 2",
        "x = [\"a",
        "x = {", "x = { y", "x = { y = 1", "x = { y = [1 }", "x = [{ y = 1 ]", "x = 1 y = 2", "x: 1", "x = }", "x = ]",
        "[", "[x", "[x y]", "[]", "[[x]", "[x", "a = 9", "it's broken", "x = \"\"\"a\"\"\"\"\"\"", "!", "x. = 1",
        "x = [\n1,\n2 3,\n4,\n]", "x = [\n1,\n2\n3,", "x = {\n a = 1,\n b = 2\n}", "x {\n  y 1\n}", "x = [1,\n2 3]",
        "# \u{1}",
        "x : [\n1,\n2\n]", "\u{FEFF}x = 1", "x = [\n{ a = 1\n},\n]",
    ])
    func `one bad line is one fault and hides nothing of the lines after it`(line: String) throws {
        let after = "\nb = 2\n[table]\nc = [\n1,\n2,\n]\nd = { e = 1 }\n[[list]]\n[[list]]\nf = 'x'\n"
        let refused = try #require(refusal(of: Array(("a = 1\n" + line + after).utf8)))
        #expect(refused.faults.count == 1, "\(refused.faults)")
        let readable = refused.readable
        #expect(readable.value("a")?.integer == 1)
        #expect(readable.isDamaged || line.hasPrefix("#") || ["[x", "[[x]"].contains(line))
        if !line.hasPrefix("[") { #expect(readable.value("b")?.integer == 2) }
        #expect(readable.value("table", "c")?.elements?.count == 2)
        #expect(readable.value("table", "d", "e")?.integer == 1)
        #expect(readable.value("table")?.table?.isDamaged == false)
        #expect(readable.value("list")?.elements?.count == 2)
    }

    @Test(arguments: ["a = [1 2", "a = [", "a = { b = 1", "a = [{ b = 1", "a = {"])
    func `a header ends whatever was left open`(opening: String) throws {
        let refused = try #require(refusal(of: Array("\(opening)\n[t]\n[[u]] # }\n[v.w]\nx = 1 }\n[y]".utf8)))
        #expect(refused.faults.map(\.position.line) == [1, 5])
        #expect(refused.readable.members.map(\.key) == ["t", "u", "v", "y"])
    }

    @Test func `keys below a header that is refused meet nothing`() {
        let text = "[a]\nx = 1\n[a]\nx = 2\nx = 3\n[b c]\nx = 4\n[[a]]\nx = 5"
        #expect(faults(of: text).map(\.position.line) == [3, 5, 6, 8])
    }

    @Test func `a key whose value is faulty is taken, and its table is marked`() throws {
        let refused = try #require(refusal(of: Array("[a]\nb.c = x\nd = y\nd = 1\n[a.b.e]\n[d]\n[a.d]\n[f]\n".utf8)))
        #expect(refused.faults.map(\.position.line) == [2, 3, 4])
        let readable = refused.readable
        #expect(readable.members.map(\.key) == ["a", "d", "f"])
        #expect(!readable.isDamaged)
        #expect(readable.value("a")?.table?.isDamaged == true)
        #expect(readable.value("a", "b")?.table?.isDamaged == true)
        #expect(readable.value("f")?.table?.isDamaged == false)
    }

    @Test(arguments: ["\"\"\"", "[", "'''"])
    func `what is never closed may have swallowed any table`(opening: String) throws {
        let refused = try #require(refusal(of: Array("[a]\nb = \(opening)\n1,\n".utf8)))
        #expect(refused.faults.map(\.position.line) == [2])
        #expect(refused.readable.isDamaged)
    }

    @Test func `a header that is refused marks the tables on its way`() throws {
        let refused = try #require(refusal(of: Array("[a]\n[a.b]\n[a.b] \nx = 1\n[c]".utf8)))
        #expect(refused.faults.count == 1)
        #expect(refused.readable.isDamaged)
        #expect(refused.readable.value("a", "b")?.table?.isDamaged == true)
        #expect(refused.readable.value("c")?.table?.isDamaged == false)
    }

    @Test func `faults are sorted and lie inside of the document`() {
        var generator = DocumentGenerator(seed: 7)
        for _ in 0..<3000 {
            let document = generator.document() + generator.document()
            guard let refused = refusal(of: document) else { continue }
            let lines = document.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            let positions = refused.faults.map(\.position)
            #expect(!positions.isEmpty && positions == positions.sorted())
            for position in positions {
                #expect((1...lines.count).contains(position.line))
                #expect((1...lines[position.line - 1].count + 1).contains(position.column))
            }
        }
    }

    @Test func `no prefix of a document and no bytes at random stop the reader`() {
        var generator = DocumentGenerator(seed: 8)
        var random = SeededGenerator(seed: 9)
        for _ in 0..<300 {
            let document = generator.document()
            for length in document.indices { _ = refusal(of: Array(document[..<length])) }
            let noise = (0..<200).map { _ in UInt8.random(in: 1...255, using: &random) }
            #expect(refusal(of: noise) != nil)
        }
    }
}
