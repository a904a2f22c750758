import Testing
import WalletDaemon
import WalletTestSupport

/// Files as large as they may be, made to cost as much as they can.
@Suite(.timeLimit(.minutes(1)), .serialized) struct HostileSizeTests {
    private static let bytesMax = 1 << 20

    /// As many copies as fit, each with its number.
    private static func filled(_ first: String, with line: (Int) -> String) -> String {
        var document = first
        var number = 0
        while true {
            let next = line(number)
            guard document.utf8.count + next.utf8.count <= bytesMax else { return document }
            document += next
            number += 1
        }
    }

    @Test func `thousands of unknown keys are all reported`() throws {
        let document = Self.filled("[daemon]\n") { "k\($0) = 1\n" }
        let report = try ConfigurationFolder.report(document)
        #expect(report.count == document.split(separator: "\n").count - 1)
    }

    @Test func `thousands of misspelled sources are all reported`() throws {
        let document = Self.filled("") {
            "[sources.aaaaaaaaaaaa\($0)]\nadapter = \"manual\"\n"
                + "[alerts.a\($0)]\nabove = \"1 KRW\"\nsource = \"aaaaaaaaaaab\($0)\"\n"
        }
        #expect(try ConfigurationFolder.report(document).count > 8000)
    }

    @Test func `thousands of patterns and thousands of sources are not compared for ever`() throws {
        let document = Self.filled("") {
            "[sources.aaaaaaaaaaaa\($0)]\nadapter = \"manual\"\n"
                + "[alerts.a\($0)]\nabove = \"1 KRW\"\nsource = \"*a*a*a*b\($0)\"\n"
        }
        #expect(try ConfigurationFolder.report(document).last?.hasPrefix("configuration is sound: ") == true)
    }

    @Test func `a thousand rules that land in sources of ours are looked through for circles`() throws {
        let fixed = "[providers.p]\nadapter = \"exec\"\ncommand = [\"PLUGIN\"]\n"
        let document = (0..<900).reduce(into: fixed) { document, number in
            document += """
                [sources.s\(number)]
                adapter = "manual"
                withdrawal = "direct"
                [destinations.d\(number)]
                provider = "p"
                account = { credential = "token" }
                source = "s\(number)"
                [cashouts.c\(number)]
                from = "s?"
                when_above = "1 KRW"
                to = "d\(number)"

                """
        }
        let report = try ConfigurationFolder.report(document)
        #expect(report == ["walletd.toml:14:1: `to`: value would go in a circle: s0 (rule c0) → s0"])
    }

    @Test func `the same table in many files costs no more than reading them`() throws {
        let folder = try ConfigurationFolder("# main\n")
        let document = (0..<100).map { "[sources.s\($0)]\nadapter = \"manual\"\n" }.joined()
        for number in 100..<300 { try folder.addDropIn("\(number).toml", document) }
        #expect(folder.report().count == 199 * 100)
    }

    @Test func `a key of a megabyte is cut in the message`() throws {
        let key = String(repeating: "k", count: Self.bytesMax - 100)
        let report = try ConfigurationFolder.report("[daemon]\n\(key) = 1\n")
        #expect(report.count == 1)
        #expect(report[0].utf8.count < 200)
    }

    @Test func `a table sixty levels deep is read`() throws {
        let name = (0..<60).map { "a\($0)" }.joined(separator: ".")
        #expect(try ConfigurationFolder.report("[\(name)]\nx = 1\n") == ["walletd.toml:1:2: unknown table `a0`"])
    }
}
