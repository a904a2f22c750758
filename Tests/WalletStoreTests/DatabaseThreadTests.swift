import FoundationEssentials
import Glibc
import Testing

@testable import WalletStore

@Suite struct DatabaseThreadTests {
    /// An actor with a thread of its own.
    actor Worker {
        let thread: DatabaseThread
        var count = 0
        nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

        init(_ thread: DatabaseThread) { self.thread = thread }

        func increment() -> Int {
            count += 1
            return count
        }

        func threadName() throws -> String { try String(contentsOfFile: "/proc/thread-self/comm", encoding: .utf8) }

        func threadID() -> pthread_t { pthread_self() }

        /// Blocks the thread until something is written to the other end.
        func read(from descriptor: Int32) -> UInt8 {
            var byte: UInt8 = 0
            _ = Glibc.read(descriptor, &byte, 1)
            return byte
        }
    }

    /// How many threads of this process have the name.
    func threads(named name: String) throws -> Int {
        let tasks = "/proc/self/task"
        return try FileManager.default.contentsOfDirectory(atPath: tasks).count { task in
            // A thread of another test may be gone by now.
            let comm = try? String(contentsOfFile: "\(tasks)/\(task)/comm", encoding: .utf8)
            return comm == name + "\n"
        }
    }

    @Test func `an actor's work runs on its one thread, which has the name`() async throws {
        let worker = Worker(DatabaseThread(name: "a-name-of-more-than-15-bytes"))
        #expect(try await worker.threadName() == "a-name-of-more-\n")
        var seen: Set<pthread_t> = []
        for _ in 0..<100 { seen.insert(await worker.threadID()) }
        #expect(seen.count == 1)
    }

    @Test func `jobs of many tasks run one after the other`() async {
        let worker = Worker(DatabaseThread(name: "serial"))
        let results = await withTaskGroup(of: [Int].self) { group in
            for _ in 0..<8 {
                group.addTask {
                    var results: [Int] = []
                    for _ in 0..<2_000 { results.append(await worker.increment()) }
                    return results
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(results.sorted() == Array(1...16_000))
    }

    @Test func `blocked actors hold up nobody else`() async throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        let (reading, writing) = (ends[0], ends[1])
        let blockedCount = 16
        let bytes = await withTaskGroup(of: UInt8.self) { group in
            for _ in 0..<blockedCount {
                group.addTask { await Worker(DatabaseThread(name: "blocked")).read(from: reading) }
            }
            let others = await withTaskGroup(of: Int.self) { group in
                for number in 0..<1_000 { group.addTask { number } }
                return await group.reduce(0, +)
            }
            #expect(others == 499_500)
            let text = [UInt8](repeating: 7, count: blockedCount)
            #expect(write(writing, text, blockedCount) == blockedCount)
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(bytes == [UInt8](repeating: 7, count: blockedCount))
        for end in ends { close(end) }
    }

    @Test func `the thread ends when it is stopped, once`() async throws {
        let thread = DatabaseThread(name: "stopped")
        let worker = Worker(thread)
        #expect(await worker.increment() == 1)
        thread.stop()
        thread.stop()
        withExtendedLifetime(worker) {}
    }

    @Test func `a thread that never worked can be stopped and dropped`() {
        DatabaseThread(name: "idle").stop()
        _ = DatabaseThread(name: "idle")
    }

    @Test func `threads end with their executors`() async throws {
        let rounds = 500
        for _ in 0..<rounds { #expect(await Worker(DatabaseThread(name: "dropped")).increment() == 1) }
        // One that was dropped on its own thread may be at its last instructions.
        #expect(try threads(named: "dropped") < rounds / 5)
    }

    @Test func `work after the stop ends the process with its reason`() async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let thread = DatabaseThread(name: "late")
            let worker = Worker(thread)
            thread.stop()
            _ = await worker.increment()
        }
        let said = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
        #expect(said.contains("Fatal error: work for a database thread that was stopped"))
    }
}
