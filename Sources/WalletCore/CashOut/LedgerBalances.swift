/// What accounts have gained, in the order in which they came.
struct LedgerBalances {
    private var lines: [Posting] = []

    /// Without what is even.
    var postings: [Posting] { lines.filter { !$0.amount.isZero } }

    mutating func add(_ posting: Posting) throws(AmountError) {
        let place = lines.firstIndex { $0.account == posting.account && $0.amount.asset == posting.amount.asset }
        guard let place else { return lines.append(posting) }
        lines[place] = Posting(posting.account, try lines[place].amount.adding(posting.amount))
    }

    /// Of all accounts together, for each asset.
    func sums() throws(AmountError) -> [Amount] {
        var sums: [Amount] = []
        for line in lines {
            if let place = sums.firstIndex(where: { $0.asset == line.amount.asset }) {
                sums[place] = try sums[place].adding(line.amount)
            } else {
                sums.append(line.amount)
            }
        }
        return sums
    }
}
