import TOML
import Testing

struct ValueTests {
    @Test(arguments: [
        ("0", 0), ("-0", 0), ("+7", 7), ("1_000_000", 1_000_000), ("0xDEAD_beef", 0xDEAD_BEEF), ("0o755", 0o755),
        ("0b1101", 13), ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min),
        ("0x7FFFFFFFFFFFFFFF", Int64.max), ("0x0000000000000000001", 1),
    ])
    func `an integer is read in each base over the whole range of 64 bits`(text: String, expected: Int64) throws {
        #expect(try read("a = \(text)").value("a")?.integer == expected)
    }

    @Test(arguments: [
        "9223372036854775808", "-9223372036854775809", "0x8000000000000000", "0xFFFFFFFFFFFFFFFF",
        "0b1" + String(repeating: "0", count: 63), "99999999999999999999999999",
    ])
    func `an integer beyond 64 bits is refused`(text: String) throws {
        let fault = try #require(faults(of: "a = \(text)").first)
        #expect(fault.code == .integerRange)
        #expect(fault.message.hasSuffix("does not fit in 64 bits"))
    }

    @Test(arguments: [
        ("1.50", "1.50"), ("-1_0.0_1e+1_0", "-10.01e+10"), ("5E22", "5E22"), ("+inf", "+inf"), ("-nan", "-nan"),
    ])
    func `a float keeps its digits`(text: String, expected: String) throws {
        guard case .float(let found)? = try read("a = \(text)").value("a")?.kind else {
            Issue.record("not a float")
            return
        }
        #expect(found == expected)
    }

    @Test(arguments: [
        ("1979-05-27T07:32:00Z", 0, 0), ("1979-05-27 07:32:00.5-00:00", 0, 500_000_000),
        ("1979-05-27t07:32:00.123456789987z", 0, 123_456_789), ("1979-05-27T07:32:00-07:30", -450, 0),
        ("1979-05-27T07:32:00.000000001+23:59", 1439, 1),
    ])
    func `a date-time has its offset in minutes and its fraction cut after nine digits`(
        text: String, offset: Int, nanosecond: Int
    ) throws {
        guard case .offsetDateTime(let found, let minutes)? = try read("a = \(text)").value("a")?.kind else {
            Issue.record("not a date-time with offset")
            return
        }
        #expect([found.date.year, found.date.month, found.date.day] == [1979, 5, 27])
        #expect([found.time.hour, found.time.minute, found.time.second] == [7, 32, 0])
        #expect(found.time.nanosecond == nanosecond)
        #expect(minutes == offset)
    }

    @Test(arguments: [
        ("2000-02-29", true), ("2024-02-29", true), ("1900-02-29", false), ("2023-02-29", false), ("0000-02-29", true),
        ("2023-04-31", false), ("2023-12-31", true), ("2023-13-01", false), ("2023-00-01", false),
        ("2023-01-00", false),
        ("23:59:60", true), ("23:59:61", false), ("24:00:00", false), ("00:60:00", false), ("00:00:00.", false),
        ("2023-01-01T00:00:00+24:00", false), ("2023-01-01T00:00:00+00:60", false), ("2023-01-01T", false),
        ("2023-01-01T00:00Z", false), ("2023-01-01T00:00:00 Z", false), ("2023-1-01", false),
    ])
    func `a date or time must be in the calendar`(text: String, isValid: Bool) {
        #expect(faults(of: "a = \(text)").isEmpty == isValid)
    }

    @Test(arguments: [
        (#""a\tb\"\\\n\u00e9\U0001F600""#, "a\tb\"\\\n\u{E9}\u{1F600}"), (#"'a\tb'"#, "a\\tb"),
        ("\"\"\"\r\na\r\nb\"\"\"", "a\nb"), ("'''\na'b''c'''''", "a'b''c''"), ("\"\"\"\"a\"\"\"\"\"", "\"a\"\""),
        ("\"\"\"a \\ \t\n\n   b\"\"\"", "a b"), ("\"\"\"a\\\r\n b\"\"\"", "ab"),
        ("\"\u{7F}\"".replacing("\u{7F}", with: "\t"), "\t"),
        ("\"\u{80}\u{10FFFF}\"", "\u{80}\u{10FFFF}"),
    ])
    func `a string is read in each of its four forms`(text: String, expected: String) throws {
        let table = try read("a = \(text)")
        let found = try #require(table.value("a")?.string)
        #expect(Array(found.utf8) == Array(expected.utf8))
    }

    @Test func `a dotted key may add to a table that only longer headers named`() throws {
        let table = try read("[a.b.c]\n[a]\nb.x = 1\nb.y = 2")
        #expect(table.value("a", "b")?.table?.members.map(\.key) == ["c", "x", "y"])
    }

    @Test func `arrays within an array may look like headers`() throws {
        let table = try read("a = [\n[true],\n[ nan ]\n, [inf]#\n,[[-1]]\n, [2020-01-01],\n[0x1]\n]")
        #expect(table.value("a")?.elements?.count == 6)
    }

    @Test func `headers below an array of tables belong to its last element`() throws {
        let table = try read("[[a]]\n[a.b]\nx = 1\n[[a]]\n[a.b]\nx = 2\n[[a.c]]\n[[a.c]]")
        let elements = try #require(table.value("a")?.elements).compactMap(\.table)
        #expect(elements.map { $0.value("b", "x")?.integer } == [1, 2])
        #expect(elements.map { $0.value("c")?.elements?.count } == [nil, 2])
    }

    @Test func `an empty document is an empty table`() throws {
        #expect(try read("").members.isEmpty)
        #expect(try read("\u{FEFF}").members.isEmpty)
    }
}
