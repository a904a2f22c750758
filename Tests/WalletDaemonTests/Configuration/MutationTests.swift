import Testing
import WalletDaemon
import WalletTestSupport

/// Whatever is done to a sound configuration, reading it ends, and every fault is at a place that its file has.
@Suite struct MutationTests {
    private static let lines = lines(of: CompleteExampleTests.document + "\n" + CashOutExampleTests.document)

    private static func lines(of document: String) -> [String] {
        document.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    private static let words = [
        "[", "]", "{", "}", "\"", "'", "=", ",", ".", "#", "\\", "\u{0}", "\r", "\n", "[[", "-1", "1e9", "nan", "true",
        "\"*\"", "[]", "{}", "2026-02-30", "every", "[daemon]", "[sources.tmoney]", "sources.x = 1", "[limits]",
        "[cashouts.tips]", "[providers.acme]",
        "5%", "\"10m..24h\"", "\"1 SAT\"", "{ credential = \"token\" }", "é", "\u{202E}",
        "999999999999999999999", "\"\"\"",
    ]

    @Test(arguments: 0..<16)
    func `a changed configuration is read to its end, and faults lie inside the file`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let folder = try ConfigurationFolder("# replaced\n")
        for _ in 0..<40 {
            let document = Self.mutated(&random)
            try folder.folder.write("walletd.toml", document)
            let lines = document.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            do throws(ConfigurationFaults) {
                _ = try folder.load()
            } catch {
                #expect(!error.faults.isEmpty)
                for fault in error.faults + error.warnings {
                    let isInside =
                        (1...lines.count).contains(fault.line)
                        && (1...lines[fault.line - 1].count + 1).contains(fault.column)
                    #expect(isInside, "\(fault) in \(document)")
                    #expect(!fault.message.unicodeScalars.contains { $0.value < 0x20 }, "\(fault)")
                }
            }
        }
    }

    @Test func `a line that is left out is at most two mistakes`() throws {
        for left in Self.lines.indices where !Self.lines[left].hasPrefix("[") {
            var lines = Self.lines
            lines.remove(at: left)
            let report = try ConfigurationFolder.report(lines.joined(separator: "\n"))
            #expect(report.count <= 2, "without line \(left + 1): \(report)")
        }
    }

    private static func mutated(_ random: inout SeededGenerator) -> String {
        var lines = lines
        for _ in 0...Int.random(in: 0..<4, using: &random) {
            let index = Int.random(in: lines.indices, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: lines.remove(at: index)
            case 1: lines.insert(lines[Int.random(in: lines.indices, using: &random)], at: index)
            case 2: lines.swapAt(index, Int.random(in: lines.indices, using: &random))
            case 3: lines[index] += words.randomElement(using: &random) ?? ""
            case 4: lines[index] = String(lines[index].prefix(Int.random(in: 0...20, using: &random)))
            case _:
                var scalars = Array(lines[index].unicodeScalars)
                let place = Int.random(in: 0...scalars.count, using: &random)
                scalars.insert(contentsOf: (words.randomElement(using: &random) ?? "").unicodeScalars, at: place)
                lines[index] = String(String.UnicodeScalarView(scalars))
            }
        }
        return lines.joined(separator: "\n")
    }
}
