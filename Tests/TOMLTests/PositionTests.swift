import TOML
import Testing

struct PositionTests {
    @Test func `every key and value has the place where it starts`() throws {
        let table = try read(
            """
            # first
            name = "x"
              [ sources . node ]
            every="15m"
            \tdéjà = 1
            """.replacing("déjà", with: "\"déjà\""))
        let name = try #require(table["name"])
        #expect(name.keyPosition == TOMLPosition(line: 2, column: 1))
        #expect(name.value.position == TOMLPosition(line: 2, column: 8))
        let sources = try #require(table["sources"])
        #expect(sources.keyPosition == TOMLPosition(line: 3, column: 5))
        #expect(sources.value.position == TOMLPosition(line: 3, column: 5))
        let node = try #require(sources.value.table?["node"])
        #expect(node.keyPosition == TOMLPosition(line: 3, column: 15))
        #expect(node.value.position == TOMLPosition(line: 3, column: 3))
        #expect(node.value.table?["every"]?.value.position == TOMLPosition(line: 4, column: 7))
        #expect(node.value.table?["déjà"]?.keyPosition == TOMLPosition(line: 5, column: 2))
        #expect(node.value.table?["déjà"]?.value.position == TOMLPosition(line: 5, column: 11))
    }

    @Test func `a column is one Unicode scalar, and a byte order mark is none`() throws {
        let table = try read("\u{FEFF}\"😀e\u{301}\" = 1")
        #expect(table.members.first?.keyPosition == TOMLPosition(line: 1, column: 1))
        #expect(table.members.first?.value.position == TOMLPosition(line: 1, column: 9))
    }

    @Test func `a carriage return before a line feed ends the same line`() throws {
        let table = try read("a = 1\r\n\r\nb = 2\r\n")
        #expect(table["b"]?.value.position == TOMLPosition(line: 3, column: 5))
    }

    @Test func `values within arrays and inline tables have places of their own`() throws {
        let table = try read(
            """
            from = [ "a",
                     { b.c = 2 } ]
            """)
        let elements = try #require(table.value("from")?.elements)
        #expect(elements.map(\.position) == [TOMLPosition(line: 1, column: 10), TOMLPosition(line: 2, column: 10)])
        let inner = try #require(elements[1].table?["b"])
        #expect(inner.keyPosition == TOMLPosition(line: 2, column: 12))
        #expect(inner.value.table?["c"]?.keyPosition == TOMLPosition(line: 2, column: 14))
        #expect(inner.value.table?["c"]?.value.position == TOMLPosition(line: 2, column: 18))
    }

    @Test func `the lines of a multi-line string count`() throws {
        let table = try read("a = \"\"\"\n1\\\n2\r\n\"\"\"\nb = '''\n'''\nc = 1")
        #expect(table["b"]?.keyPosition.line == 5)
        #expect(table["c"]?.keyPosition.line == 7)
    }

    @Test func `tables know what brought them about and where`() throws {
        let table = try read(
            """
            d.e = 1
            i = { j = 1 }
            [a.b]
            [a]
            [[c]]
            [[c]]
            """)
        #expect(table.origin == .root)
        let found = ["d", "i", "a"].map { table[$0]?.value.table }
        #expect(found.map(\.?.origin) == [.dottedKey, .inline, .header])
        #expect(found.map(\.?.position.line) == [1, 2, 4])
        #expect(table["a"]?.keyPosition == TOMLPosition(line: 3, column: 2))
        #expect(try read("[a.b]").value("a")?.table?.origin == .superTable)
        let elements = try #require(table.value("c")?.elements)
        #expect(elements.map(\.table?.origin) == [.arrayHeader, .arrayHeader])
        #expect(elements.map(\.position.line) == [5, 6])
        #expect(table["c"]?.value.position.line == 5)
    }

    @Test func `members keep the order of the document`() throws {
        let table = try read("z = 1\n[m.y]\n[a]\n[m.b]\n[m]\nc = 1\nx = 2")
        #expect(table.members.map(\.key) == ["z", "m", "a"])
        #expect(table.value("m")?.table?.members.map(\.key) == ["y", "b", "c", "x"])
    }

    @Test func `keys that look alike but differ in their scalars are different keys`() throws {
        let table = try read("\"\u{E9}\" = 1\n\"e\u{301}\" = 2")
        #expect(table.members.count == 2)
        #expect(table["\u{E9}"]?.value.integer == 1)
        #expect(table["e\u{301}"]?.value.integer == 2)
    }
}
