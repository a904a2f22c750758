import EngineTestSupport
import Testing
import WalletCore
import WalletEngine

@Suite(.timeLimit(.minutes(1)))
struct PollQueueTests {
    private let queue = TestQueue()

    private func due(_ seconds: Int) -> Timestamp { .after(.seconds(seconds)) }

    @Test func `what is due longest is read first, by name where it is due together`() {
        queue.schedule("b", host: nil, due: due(3))
        queue.schedule("c", host: nil, due: due(1))
        queue.schedule("a", host: nil, due: due(3))
        queue.schedule("later", host: nil, due: due(101))
        queue.schedule("never", host: nil, due: nil)
        #expect(queue.nextDue() == due(1))
        #expect(queue.startAll() == ["c", "a", "b"])
        #expect(queue.nextDue() == due(101))
    }

    @Test func `a host is read four times at once, then in the order in which sources became due`() {
        for number in 1...7 { queue.schedule("s\(number)", host: "h", due: due(number)) }
        queue.schedule("free", host: nil, due: due(50))
        #expect(queue.startAll() == ["s1", "s2", "s3", "s4", "free"])
        #expect(queue.nextDue() == nil)
        queue.finished("s2", due: due(60))
        queue.finished("s3", due: due(61))
        // The one that has just been read is due again and has to wait behind all others.
        #expect(queue.startAll() == ["s5", "s6"])
        queue.finished("s1", due: nil)
        #expect(queue.startAll() == ["s7"])
        queue.finished("s4", due: nil)
        #expect(queue.startAll() == ["s2"])
    }

    @Test func `no more than 256 are read at once, whatever their hosts`() {
        for number in 0..<300 {
            queue.schedule("s\(number)", host: number.isMultiple(of: 2) ? "h\(number)" : nil, due: due(1))
        }
        #expect(queue.startAll().count == PollQueue.inFlightMax)
        #expect(queue.nextDue() == nil)
        queue.finished("s0", due: nil)
        #expect(queue.nextDue() == due(1))
        #expect(queue.startAll().count == 1)
    }

    @Test func `those that wait for a host are not forgotten when the ones before them go`() {
        for number in 1...9 { queue.schedule("s\(number)", host: "h", due: due(number)) }
        #expect(queue.startAll().count == 4)
        for number in 1...4 { queue.finished("s\(number)", due: nil) }
        for number in 5...8 { queue.remove("s\(number)") }
        #expect(queue.startAll() == ["s9"])
    }

    @Test(arguments: [Timestamp?.none, .after(.seconds(500))])
    func `what is ordered while a source is read stands above what its poll says`(order: Timestamp?) {
        queue.schedule("a", host: "h", due: due(1))
        #expect(queue.startAll() == ["a"])
        queue.schedule("a", host: "h", due: order)
        #expect(queue.startAll() == [])
        queue.finished("a", due: due(60))
        #expect(queue.nextDue() == order)
    }

    @Test func `a removed source that is being read keeps its place until its poll ends`() {
        for number in 1...5 { queue.schedule("s\(number)", host: "h", due: due(number)) }
        #expect(queue.startAll().count == 4)
        queue.remove("s1")
        #expect(queue.names == ["s2", "s3", "s4", "s5"])
        #expect(queue.startAll().isEmpty)
        queue.finished("s1", due: due(7))
        #expect(queue.startAll() == ["s5"])
        #expect(queue.names == ["s2", "s3", "s4", "s5"])
    }

    @Test func `a source that is removed and added again while it is read is not read twice at once`() {
        queue.schedule("a", host: nil, due: due(1))
        #expect(queue.startAll() == ["a"])
        queue.remove("a")
        queue.schedule("a", host: nil, due: due(2))
        #expect(queue.startAll().isEmpty)
        queue.finished("a", due: due(60))
        #expect(queue.startAll() == ["a"])
    }

    @Test func `a source that moves to another host occupies the old one until its poll ends`() {
        for number in 1...4 { queue.schedule("s\(number)", host: "old", due: due(number)) }
        #expect(queue.startAll().count == 4)
        #expect(queue.keep("s1", host: "new"))
        queue.schedule("waiting", host: "old", due: due(5))
        #expect(queue.startAll().isEmpty)
        queue.finished("s1", due: due(6))
        #expect(queue.startAll() == ["waiting", "s1"])
    }

    @Test func `a queued source whose host changes goes to the new one at once`() {
        for number in 1...5 { queue.schedule("s\(number)", host: "old", due: due(number)) }
        #expect(queue.startAll().count == 4)
        #expect(queue.keep("s5", host: "new"))
        #expect(queue.startAll() == ["s5"])
    }

    @Test func `a paused source leaves the queue of its host`() {
        for number in 1...6 { queue.schedule("s\(number)", host: "h", due: due(number)) }
        #expect(queue.startAll().count == 4)
        queue.schedule("s5", host: "h", due: nil)
        queue.finished("s1", due: nil)
        #expect(queue.startAll() == ["s6"])
    }

    @Test func `keeping is for sources that are known`() {
        #expect(!queue.keep("a", host: nil))
        queue.schedule("a", host: nil, due: due(1))
        #expect(queue.keep("a", host: nil))
        #expect(queue.startAll() == ["a"])
        queue.remove("a")
        #expect(!queue.keep("a", host: nil))
    }
}

/// A queue that its tests share with themselves.
private final class TestQueue {
    private var queue = PollQueue()

    var names: [String] { queue.names }

    func schedule(_ name: String, host: String?, due: Timestamp?) { queue.schedule(name, host: host, due: due) }
    func keep(_ name: String, host: String?) -> Bool { queue.keep(name, host: host) }
    func remove(_ name: String) { queue.remove(name) }
    func finished(_ name: String, due: Timestamp?) { queue.finished(name, due: due) }
    func nextDue() -> Timestamp? { queue.nextDue() }

    /// Starts everything that may be, 100 s after the start of time, and answers the names.
    func startAll() -> [String] {
        var started: [String] = []
        while let poll = queue.start(now: .after(.seconds(100))) { started.append(poll.source) }
        return started
    }
}
