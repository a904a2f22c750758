import WalletCore

/// Where a simulation cuts in on commits: it crashes there, or puts a flaw in on purpose. It does nothing in the programs,
/// which cannot reach it.
struct CommitSeam: Sendable {
    /// When a transaction has written everything; what it throws is why that is not committed.
    var ending: @Sendable () throws(StoreError) -> Void = { () throws(StoreError) in }
    /// When it is on the disk, and nobody has been told.
    var committed: @Sendable () throws(StoreError) -> Void = { () throws(StoreError) in }
    var step: @Sendable (CashOut.Step, CashOut) -> CashOut.Step = { step, _ in step }
    var request: @Sendable (CashOutRequest) -> CashOutRequest = { $0 }
    /// Before the commit in which the run begins.
    var run: @Sendable (CashOutRun) -> CashOutRun = { $0 }
    var events: @Sendable ([EventDraft]) -> [EventDraft] = { $0 }
    /// What a transaction of its own keeps after that.
    var late: @Sendable () -> [EventDraft] = { [] }
}
