import EngineTestSupport
import Testing

@testable import WalletEngine

@Suite(.timeLimit(.minutes(1)))
struct SendGateTests {
    @Test func `nobody on the way: it is empty at once`() async {
        await SendGate().empty()
    }

    @Test func `it is empty when the last one has left, not before`() async {
        let gate = SendGate()
        gate.enter()
        gate.enter()
        gate.leave()
        await withTaskGroup(of: String.self) { group in
            group.addTask {
                await gate.empty()
                return "empty"
            }
            gate.leave()
            #expect(await group.next() == "empty")
        }
    }
}
