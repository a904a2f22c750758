package import WalletCore

/// A run of a request that may begin now. Only the store makes one, and only after the state that says so is on the disk
/// and the file beside the database knows of it: whoever sends asks for this and cannot send too early.
package struct CashOutRun: Equatable, Sendable {
    package let cashOut: CashOut
    package let attempt: CashOutEffect.Run
    package let request: StoredRequest
}
