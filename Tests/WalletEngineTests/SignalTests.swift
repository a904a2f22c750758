import EngineTestSupport
import Testing
import WalletEngine

@Suite(.timeLimit(.minutes(1)))
struct SignalTests {
    private let time = VirtualTime()
    private let signal = Signal()

    @Test func `a call before the wait is not lost, and several count as one`() async {
        signal.raise()
        signal.raise()
        await signal.wait(atMost: nil, clock: time.clock)
        // The second wait would end at once if both had counted; now only the clock ends it.
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await signal.wait(atMost: .seconds(1), clock: time.clock) }
            while time.nextWake == nil { await Task.yield() }
            time.advance(by: .seconds(1))
        }
    }

    @Test func `a call ends a wait that has begun`() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await signal.wait(atMost: .seconds(3600), clock: time.clock) }
            while time.nextWake == nil { await Task.yield() }
            signal.raise()
        }
        #expect(time.nextWake == nil)
    }

    @Test(arguments: [nil, Duration.seconds(60)])
    func `cancellation ends a wait, before it begins and after`(limit: Duration?) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await signal.wait(atMost: limit, clock: time.clock) }
            group.cancelAll()
        }
        // Whoever waits next is woken as ever.
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await signal.wait(atMost: limit, clock: time.clock) }
            signal.raise()
        }
    }

    @Test func `no wait of no length blocks`() async {
        await signal.wait(atMost: .zero, clock: time.clock)
        await signal.wait(atMost: .seconds(-1), clock: time.clock)
    }

    @Test(arguments: [nil, Duration.seconds(60)])
    func `no call is lost among many`(limit: Duration?) async {
        let raised = Counter()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    for _ in 0..<500 {
                        raised.increase()
                        signal.raise()
                        await Task.yield()
                    }
                }
            }
            while raised.value < 2000 {
                await signal.wait(atMost: limit, clock: time.clock)
            }
        }
    }
}
