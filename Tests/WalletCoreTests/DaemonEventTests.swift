import Testing
import WalletCore

/// What the daemon announces of itself.
@Suite struct DaemonEventTests {
    private func message(found: Int64, expected: Int64) -> String {
        EventDraft.historyWentBack(found: found, expected: expected, at: .at("12:00")).message
    }

    @Test func `an older copy of the database is told by what it lacks`() {
        #expect(
            message(found: 10, expected: 27) == """
                The database is an older copy, as after restoring a backup: it ends at event 10, but 27 had been \
                written. What was paid out since is not known: nothing is sent until an operator runs \
                `walletctl cashout resume --accept-history`.
                """)
    }

    /// A copy that was made between two runs lacks no event that was counted when the later run began.
    @Test func `a copy with the same last event is not said to lack what it has`() {
        #expect(
            message(found: 10, expected: 10) == """
                The database is a copy that was put back, or another one: it ends at event 10, and what walletd wrote \
                last is not in it. What was paid out since is not known: nothing is sent until an operator runs \
                `walletctl cashout resume --accept-history`.
                """)
    }
}
