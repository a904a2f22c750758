import Synchronization
import Testing

@testable import WalletDaemon

@Suite(.timeLimit(.minutes(1)))
struct TurnTests {
    @Test func `one goes at a time, and everybody goes`() async {
        let turn = Turn()
        let inside = Mutex(0)
        let finished = Mutex(0)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<100 {
                group.addTask {
                    await turn.take()
                    #expect(inside.withLock { inside in inside += 1; return inside } == 1)
                    await Task.yield()
                    inside.withLock { $0 -= 1 }
                    finished.withLock { $0 += 1 }
                    await turn.pass()
                }
            }
        }
        #expect(finished.withLock { $0 } == 100)
    }
}
