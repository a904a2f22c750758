package import WalletCore

/// What ``Store/write(at:_:)`` works with: asks as a reader does, sees its own changes, and changes.
package struct WriteTransaction: StoreTransaction {
    package let database: Database
    /// The instant of everything in this transaction.
    package let now: Timestamp
    let rows: HoldingRows
    let steps: CashOutSteps
    let seam: CommitSeam
}
