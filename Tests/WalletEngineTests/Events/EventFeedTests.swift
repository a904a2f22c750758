import EngineTestSupport
import Testing
import WalletEngine

@Suite(.timeLimit(.minutes(1)))
struct EventFeedTests {
    private let feed = EventFeed(last: 7)

    @Test func `who asks for what is known already does not wait`() async {
        await feed.passed(6)
        feed.advance(to: 9)
        await feed.passed(8)
        #expect(feed.last == 9)
    }

    @Test func `a lower number takes nothing back`() {
        feed.advance(to: 3)
        #expect(feed.last == 7)
    }

    @Test func `everybody who waits is woken by the first newer event, and only by that`() async {
        await withTaskGroup(of: Int64.self) { group in
            for seen in 7...11 {
                group.addTask {
                    await feed.passed(Int64(seen))
                    return feed.last
                }
            }
            for seq in 8...12 {
                feed.advance(to: Int64(seq))
                #expect(await group.next() ?? 0 >= Int64(seq))
            }
        }
    }

    @Test func `cancellation ends the wait`() async {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<100 { group.addTask { await feed.passed(1000) } }
            await Task.yield()
            group.cancelAll()
        }
    }

    @Test func `followers of a fast stream miss nothing`() async {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    var seen: Int64 = 7
                    while seen < 5000 {
                        await feed.passed(seen)
                        #expect(feed.last > seen)
                        seen = feed.last
                    }
                }
            }
            for seq in 8...5000 {
                feed.advance(to: Int64(seq))
                if seq.isMultiple(of: 64) { await Task.yield() }
            }
        }
    }
}
