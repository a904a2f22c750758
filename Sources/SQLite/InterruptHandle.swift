import CSQLite
import Synchronization

/// Ends what a connection is running, from any thread.
///
/// Pointers may not cross threads, so it keeps the address; the lock keeps the connection open during the call.
package final class InterruptHandle: Sendable {
    private let address: Mutex<UInt?>

    init(_ database: OpaquePointer) { address = Mutex(UInt(bitPattern: database)) }

    /// What runs fails with `.interrupted`, and a transaction that it writes in is rolled back; later calls run again.
    package func interrupt() {
        address.withLock { $0.flatMap(OpaquePointer.init(bitPattern:)).map(sqlite3_interrupt) ?? () }
    }

    func disarm() { address.withLock { $0 = nil } }
}
