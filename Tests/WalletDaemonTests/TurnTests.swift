import Testing

@testable import WalletDaemon

@Suite(.timeLimit(.minutes(1)))
struct TurnTests {
    /// Counts who is inside, and who was.
    private actor Passage {
        private var inside = 0
        private(set) var finished = 0

        func enter() -> Int {
            inside += 1
            return inside
        }

        func leave() {
            inside -= 1
            finished += 1
        }
    }

    @Test func `one goes at a time, and everybody goes`() async {
        let turn = Turn()
        let passage = Passage()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<100 {
                group.addTask {
                    await turn.take()
                    #expect(await passage.enter() == 1)
                    await Task.yield()
                    await passage.leave()
                    await turn.pass()
                }
            }
        }
        #expect(await passage.finished == 100)
    }
}
