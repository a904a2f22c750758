import WalletAPI

/// The ledger of cash-outs as a journal of hledger (hledger.org, "Journal"): one transaction for each step that moved
/// value.
struct HledgerJournal {
    private let postings: [Posting]

    init(_ postings: [Posting]) {
        self.postings = postings
    }

    /// The decimal mark is declared: `1.000 SAT` could else be a thousand.
    var lines: [String] {
        ["; Cash-outs of walletd; times are UTC.", "decimal-mark ."] + transactions.flatMap(Self.lines)
    }

    /// Postings of one cash-out at one moment.
    private var transactions: [[Posting]] {
        postings.reduce(into: []) { transactions, posting in
            if let last = transactions.last?.last, last.cashout == posting.cashout, last.at == posting.at {
                transactions[transactions.count - 1].append(posting)
            } else {
                transactions.append([posting])
            }
        }
    }

    private static func lines(_ transaction: [Posting]) -> [String] {
        guard let first = transaction.first else { return [] }
        let day = first.at.prefix { $0 != "T" }
        let head = "\(day) cash-out \(name(first.cashout))  ; at \(SafeText.escaped(first.at))"
        return ["", head] + transaction.map { "    \(account($0))  \(amount($0.amount))" }
    }

    private static func account(_ posting: Posting) -> String {
        let parts = posting.name?.split(separator: "/").map { name(String($0)) } ?? []
        return switch posting.account {
        case "holding": (["assets"] + parts).joined(separator: ":")
        case "in-flight": "assets:in-flight"
        case "destination": (["assets", "destinations"] + parts).joined(separator: ":")
        case "fee": (["expenses", "fees"] + parts).joined(separator: ":")
        default: "equity:\(name(posting.account))"
        }
    }

    /// A commodity of other characters than letters stands in quotes.
    private static func amount(_ amount: Amount) -> String {
        let isPlain = amount.asset.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        return "\(name(amount.amount)) \(isPlain ? amount.asset : "\"\(name(amount.asset))\"")"
    }

    /// Without what means something to hledger: blanks, colons, brackets, semicolons stand as `%20`.
    private static func name(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { name, scalar in
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || "-._@+".unicodeScalars.contains(scalar)
            {
                name.unicodeScalars.append(scalar)
            } else {
                name += PercentEncoding.encode(String(scalar))
            }
        }
    }
}
