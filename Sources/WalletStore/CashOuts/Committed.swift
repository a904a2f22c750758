/// What a commit that moved cash-outs gives back: now it is on the disk, and may have effects.
package struct Committed<Value: Sendable>: Sendable {
    package let value: Value
    /// One for each cash-out that took a step, in the order of their last ones.
    package let wishes: [CashOutWish]
    package let runs: Runs

    /// The runs that began in this commit.
    package enum Runs: Sendable {
        case granted([CashOutRun])
        /// They are committed as begun, but the file beside the database could not be written: sent must be nothing,
        /// and each ends as one that made no connection.
        case withheld([CashOutRun], because: StoreError)

        init(_ runs: [CashOutRun], _ failure: StoreError?) {
            self = failure.map { .withheld(runs, because: $0) } ?? .granted(runs)
        }
    }
}
