import Testing
import WalletTestSupport

/// What walletctl says, taken apart.
extension LiveWalletd {
    /// The one cash-out that there is, as `cashout show` tells it: the rest of each line by its first word.
    func onlyCashOut() throws -> (id: String, facts: [String: String], trail: [String]) {
        let lines = try walletctl("cashouts", "--all").split(separator: "\n")
        try #require(lines.count == 1, "\(lines)")
        let id = lines[0].split(separator: "\t").first.map(String.init) ?? ""
        var facts: [String: String] = [:]
        var trail: [String] = []
        for line in try walletctl("cashout", "show", id).split(separator: "\n") {
            let words = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            if words[0] == "trail" { trail.append(words[1]) } else { facts[words[0]] = words.last ?? "" }
        }
        return (id, facts, trail)
    }

    /// How many events of a type there are.
    func count(of type: String) throws -> Int {
        try walletctl("events", "--type", type).split(separator: "\n").count
    }

    /// What holds the rule now.
    func reasons() throws -> String { try walletctl("why", "tips") }

    /// The postings of each transaction of the exported journal, each as account and amount.
    func books() throws -> [[String]] {
        try walletctl("export", "hledger").split(separator: "\n").reduce(into: []) { books, line in
            if line.contains(" cash-out ") {
                books.append([])
            } else if line.hasPrefix("    "), !books.isEmpty {
                books[books.count - 1].append(line.split(separator: " ").joined(separator: " "))
            }
        }
    }

    /// What hledger makes of the exported journal: each account with its balance, empty ones left out.
    func balances(in folder: TemporaryFolder) throws -> [String] {
        try folder.write("journal", try walletctl("export", "hledger"))
        let output = folder.path(of: "balances")
        let words = ["/usr/bin/env", "LANG=C.UTF-8", "hledger", "-f", "journal", "balance", "--flat", "--no-total"]
        let status = try ChildProcess(words + ["-O", "csv"], in: folder.path, output: output).wait()
        let text = try folder.text(of: "balances")
        try #require(status == 0, "\(text)")
        return text.split(separator: "\n").dropFirst().map(String.init)
    }
}
