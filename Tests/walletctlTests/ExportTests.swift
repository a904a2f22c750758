import Testing
import WalletTestSupport

@testable import walletctl

@Suite struct `Exporting for hledger` {
    private static func posting(
        _ cashOut: String, _ second: Int, _ account: String, _ name: String?, _ amount: String
    ) -> String {
        let words = amount.split(separator: " ")
        let named = name.map { #""name":"\#($0)","# } ?? ""
        return """
            {"cashout":"\(cashOut)","at":"2026-11-22T10:00:0\(second)Z","account":"\(account)",\(named)
             "amount":{"amount":"\(words[0])","asset":"\(words[1])"}}
            """
    }

    /// A cash-out within one asset, and one across two from an account with a name that means something to hledger.
    private static let postings = [
        posting("c1", 1, "holding", "tips/main/SAT", "-20000.000 SAT"),
        posting("c1", 1, "in-flight", nil, "20000.000 SAT"),
        posting("c1", 2, "in-flight", nil, "-20000.000 SAT"), posting("c1", 2, "fee", "acme", "500.000 SAT"),
        posting("c1", 2, "destination", "my-bank", "19500.000 SAT"),
        posting("c2", 2, "holding", "bank/(my  card); a:b/X2.Y", "-1.000 X2.Y"),
        posting("c2", 2, "exchange", nil, "1.000 X2.Y"), posting("c2", 2, "exchange", nil, "-1391 KRW"),
        posting("c2", 2, "destination", "my-bank", "1391 KRW"),
    ]

    private func journal(_ pages: [[String]]) async throws -> String {
        let run = try await FakeDaemon.serving { _, before in
            let next = before + 1 < pages.count ? #","next":"\#(before + 1)""# : ""
            return .json(#"{"items":[\#(pages[before].joined(separator: ","))]\#(next)}"#)
        } _: {
            try await CommandLineRun("export hledger", socket: $0.socket)
        }
        #expect(run.status == 0)
        return run.output
    }

    private func hledger(_ arguments: [String], _ journal: String) throws -> (status: Int32, output: String) {
        let folder = try TemporaryFolder()
        try folder.write("cashouts.journal", journal)
        let child = try ChildProcess(
            ["/usr/bin/env", "LANG=C.UTF-8", "hledger", "-f", "cashouts.journal"] + arguments,
            in: folder.path, output: folder.path(of: "output"))
        let status = child.wait()
        return (status, try folder.text(of: "output"))
    }

    @Test(arguments: [[9], [1, 8], [4, 5]])
    func `is a journal that hledger takes and finds balanced`(sizes: [Int]) async throws {
        var rest = Self.postings[...]
        let pages = sizes.map { size in
            defer { rest = rest.dropFirst(size) }
            return Array(rest.prefix(size))
        }
        let journal = try await journal(pages)
        let check = try hledger(["check"], journal)
        #expect(check.status == 0, "\(check.output)")
        let balance = try hledger(["balance", "--flat", "--no-total", "--output-format", "csv"], journal)
        #expect(
            balance.output == """
                "account","balance"
                "assets:bank:%28my%20%20card%29%3B%20a%3Ab:X2.Y","-1.000 ""X2.Y\"""
                "assets:destinations:my-bank","1391 KRW, 19500.000 SAT"
                "assets:tips:main:SAT","-20000.000 SAT"
                "equity:exchange","-1391 KRW, 1.000 ""X2.Y\"""
                "expenses:fees:acme","500.000 SAT"

                """)
    }

    @Test func `has nothing to say where nothing moved`() async throws {
        #expect(try hledger(["check"], try await journal([[]])).status == 0)
    }

    @Test func `names what it can write`() async throws {
        let run = try await CommandLineRun("export beancount")
        #expect(run.status == 64)
        #expect(run.errors.contains("hledger"))
    }
}
