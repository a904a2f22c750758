import Testing
import WalletAdapters
import WalletCore
import WalletTestSupport

struct CSVTests {
    private let bench: SourceBench

    init() throws {
        bench = try SourceBench()
    }

    private func read(_ table: some Collection<UInt8>) async throws -> Reading {
        let path = try bench.folder.write("t.csv", table)
        return try await bench.read(.file(FileSourceDefinition(path: path, format: .csv)))
    }

    private func refusal(_ table: some Collection<UInt8>) async throws -> String {
        let failure = try await #require(throws: PortFailure.self) { try await read(table) }
        #expect(failure.reason == .malformed)
        return String(failure.message.dropFirst("\(bench.folder.path(of: "t.csv")): ".count))
    }

    @Test(
        arguments: [
            "account,asset,available\nmain,KRW,12500\nside,USD,1.50\n",
            "account,asset,available\r\nmain,KRW,12500\r\nside,USD,1.50",
            "\n\naccount,asset,available\n\nmain,KRW,12500\n\n\nside,USD,1.50\n",
            "account,asset,available\r\n\r\nmain,KRW,12500\r\n\r\nside,USD,1.50\r\n\r\n",
            "\u{FEFF}available,account,asset\n12500,main,KRW\n1.50,side,USD\n\n\n",
            "\"account\",asset,\"available\"\r\n\"main\",\"KRW\",\"12500\"\r\nside,USD,\"1.50\"\r\n",
            "account,asset,available,total,kind,as_of,expires\nmain,KRW,12500,,,,\nside,USD,1.50,,,,\n",
        ])
    func `a table may be written in several ways`(table: String) async throws {
        let reading = try await read(table.utf8)
        #expect(reading.completeness == .partial)
        #expect(
            try reading.balances == [
                Balance(account: "main", available: bench.amount("12500 KRW")),
                Balance(account: "side", available: bench.amount("1.50 USD")),
            ])
    }

    @Test func `all columns are read`() async throws {
        let table = #"""
            account,asset,available,total,kind,as_of,expires
            "Kim, ""K""",STARS,7,9,points,2026-11-18T11:00:00Z,2027-03-01
            """#
        #expect(
            try await read(table.utf8).balances == [
                Balance(
                    account: "Kim, \"K\"", available: bench.amount("7 STARS"), total: bench.amount("9 STARS"),
                    kind: .points, asOf: Timestamp.parse("2026-11-18T11:00:00Z"),
                    lots: [Lot(amount: bench.amount("7 STARS"), expires: bench.date("2027-03-01"))])
            ])
    }

    @Test func `rows that expire on different days are the lots of one holding`() async throws {
        let table = """
            account,asset,available,total,expires
            a,KRW,2500,,2027-03-01
            b,KRW,1,,
            a,KRW,10000,10500,
            a,KRW,0,,2027-04-01
            """
        #expect(
            try await read(table.utf8).balances == [
                Balance(
                    account: "a", available: bench.amount("12500 KRW"), total: bench.amount("13000 KRW"),
                    lots: [Lot(amount: bench.amount("2500 KRW"), expires: bench.date("2027-03-01"))]),
                Balance(account: "b", available: bench.amount("1 KRW")),
            ])
    }

    @Test(
        arguments: [
            ("", "the table is empty; its first line must be account,asset,available"),
            ("\n\n", "the table is empty; its first line must be account,asset,available"),
            ("account,asset\na,KRW\n", "line 1: the column available is missing"),
            ("account;asset;available\n", #"line 1: the column "account;asset;available" is not known"#),
            ("account,asset,available,owner\n", #"line 1: the column "owner" is not known; known are account, asset"#),
            ("Account,asset,available\n", #"line 1: the column "Account" is not known"#),
            ("account,asset,available,account\n", "line 1: the column account stands twice"),
            ("account,asset,available\na,KRW\n", "line 2: 2 fields, but the header has 3"),
            ("account,asset,available\na,KRW,1,2\n", "line 2: 4 fields, but the header has 3"),
            ("account,asset,available\na,KRW,1\n\n\nb,KRW\n", "line 5: 2 fields, but the header has 3"),
            ("account,asset,available\na,KRW,1\n\"\"\n", "line 3: 1 fields, but the header has 3"),
            ("account,asset,available\na,KRW,1\n \nb,KRW,1\n", "line 3: 1 fields, but the header has 3"),
            ("account,asset,available\na,KRW,\n", "line 2: available is empty"),
            ("account,asset,available\n,KRW,1\n", "line 2: account is empty"),
            ("account,asset,available\na,KRW,1.5\n", #"line 2: available: "1.5" has too many digits"#),
            ("account,asset,available\na,NOPE,1\n", #"line 2: asset: unknown asset "NOPE""#),
            ("account,asset,available,kind\na,KRW,1,gold\n", #"line 2: kind: "gold" is not a kind"#),
            ("account,asset,available,expires\na,KRW,1,1.3.2027\n", #"line 2: expires: "1.3.2027" is not a date"#),
            (
                "account,asset,available\na,KRW,\"1\n2\"\n\"b\"x,KRW,1\n",
                "line 4: text between a closing quote and the next"
            ),
            ("account,asset,available\na\"b,KRW,1\n", "line 2: a quote within a field that does not begin with one"),
            ("account,asset,available\n\"a,KRW,1\nb,KRW,1\n", "line 2: a quote is not closed"),
            ("account,asset,available\ra,KRW,1\r", "line 1: a carriage return without a line feed"),
            ("account,asset,available\na,KRW,1\na,KRW,1\n", "KRW of account a is listed twice"),
            (
                "account,asset,available,kind,expires\na,KRW,1,,2027-03-01\na,KRW,1,bank,\n",
                "KRW of account a is listed in parts"
            ),
        ])
    func `a fault refuses the whole table`(table: String, message: String) async throws {
        let refusal = try await refusal(table.utf8)
        #expect(refusal.hasPrefix(message), "\(refusal)")
    }

    @Test func `a table is UTF-8`() async throws {
        #expect(try await refusal(Array("account,asset,available\n".utf8) + [0xE9, 0x2C]) == "not UTF-8")
    }
}
