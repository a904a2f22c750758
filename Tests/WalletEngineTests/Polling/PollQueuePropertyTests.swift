import EngineTestSupport
import Testing
import WalletCore
import WalletEngine
import WalletTestSupport

@Suite(.timeLimit(.minutes(1)))
struct PollQueuePropertyTests {
    @Test(arguments: UInt64(0)..<16)
    func `nothing is lost, read too early, twice or too much, whatever is ordered when`(seed: UInt64) {
        var run = PollQueueRun(seed: seed)
        for _ in 0..<500 { run.step() }
    }
}

/// Random orders, the same for the queue and for its model.
private struct PollQueueRun {
    private var queue = PollQueue()
    private var model = PollQueueModel()
    private var now = Timestamp.start
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func step() {
        order()
        startSome()
        if queue.names != model.names { Issue.record("\(queue.names) are not \(model.names)") }
    }

    /// One thing that a person, a poll or the clock does.
    private mutating func order() {
        let name = "s\(pick(40))"
        let host = ["h", "i", nil][pick(3)]
        switch pick(10) {
        case 0: now = now + .seconds(pick(60))
        case 1:
            queue.remove(name)
            model.remove(name)
        case 2:
            let isKept = queue.keep(name, host: host)
            #expect(isKept == model.keep(name, host: host))
        case 3...5:
            let due = pick(5) == 0 ? nil : now + .seconds(pick(120) - 60)
            queue.schedule(name, host: host, due: due)
            model.schedule(name, host: host, due: due)
        default:
            let reading = model.reading
            guard !reading.isEmpty else { return }
            let ended = reading[pick(reading.count)]
            let due = pick(5) == 0 ? nil : now + .seconds(pick(120))
            queue.finished(ended, due: due)
            model.finished(ended, due: due)
        }
    }

    /// The poller may be interrupted at any point, or start everything that there is.
    private mutating func startSome() {
        var left = [0, 1, Int.max, Int.max][pick(4)]
        while left > 0 {
            guard let poll = queue.start(now: now) else {
                #expect(model.forgotten(at: now) == [])
                let nextDue = queue.nextDue()
                // It may be early, for a source whose host is busy; but neither late nor now, which would never end.
                #expect(nextDue.map { $0 > now } ?? true)
                if let wanted = model.nextDue { #expect(nextDue.map { $0 <= wanted } ?? false) }
                return
            }
            if !model.allows(poll, at: now) { Issue.record("\(poll) was not to be started") }
            model.started(poll)
            left -= 1
        }
    }

    private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
}
