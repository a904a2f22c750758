import NIOCore
import Synchronization
import Testing
import WalletAPI

@testable import WalletControl

@Suite(.timeLimit(.minutes(10)))
struct SharedStatusTests {
    @Test func `who asks while others are answered is told something newer, all by one look`() async throws {
        let looks = Mutex(0)
        let firstBegan = Occasion()
        let release = Occasion()
        let shared = SharedStatus {
            let look = looks.withLock { looks in
                looks += 1
                return looks
            }
            firstBegan.tell()
            if look == 1 { await release.wait() }
            return Self.status(look)
        }
        try await withThrowingTaskGroup(of: ByteBuffer.self) { group in
            async let first = shared.text()
            await firstBegan.wait()
            for _ in 1...10 { group.addTask { try await shared.text() } }
            while await shared.waitingCount < 10 { await Task.yield() }
            release.tell()
            #expect(try await first == JSONText.buffer(of: Self.status(1)))
            for try await later in group { #expect(later == (try JSONText.buffer(of: Self.status(2)))) }
        }
        #expect(try await shared.text() == JSONText.buffer(of: Self.status(3)))
    }

    @Test func `who asks is told why there is no answer, and the next is answered`() async throws {
        let looks = Mutex(0)
        let shared = SharedStatus {
            let look = looks.withLock { looks in
                looks += 1
                return looks
            }
            guard look > 1 else { throw Problem(.unavailable, "no") }
            return Self.status(look)
        }
        await #expect(throws: Problem.self) { try await shared.text() }
        #expect(try await shared.text() == JSONText.buffer(of: Self.status(2)))
    }

    private static func status(_ schema: Int) -> Status {
        Status(
            version: "1", started: "2026-11-22T10:00:00Z", config: ConfigFile(path: "a", sha256: "b"), schema: schema,
            state: .ok)
    }
}
