import EngineTestSupport
import Testing
import WalletCore
import WalletStore

@testable import WalletEngine

/// What stops all cash-outs: the switch, the clock, the disk.
@Suite(.timeLimit(.minutes(1)))
struct CashOutStopTests {
    /// As a command does: the switch is committed, and whoever was on the way to a send is let through.
    private func pause(_ running: RunningEngine) async throws {
        try await running.store.write(at: running.time.now) { transaction throws(StoreError) in
            try transaction.pauseCashOuts(by: "alice")
        }
        await running.engine.floor.desk.gate.empty()
    }

    @Test func `once paused nothing is sent, and it survives a restart`() async throws {
        let bench = try CashOutBench()
        try await bench.run { running async throws in
            try await pause(running)
            await running.pass(.seconds(600))
            #expect(try await running.reasons() == [.paused])
        }
        try await bench.run { running async throws in
            await running.pass(.seconds(600))
            #expect(bench.provider.sentKeys == [])
            try await running.store.write(at: running.time.now) { transaction throws(StoreError) in
                try transaction.resumeCashOuts()
            }
            await running.pass(.seconds(120))
            #expect(bench.provider.moves == 1)
        }
    }

    @Test func `a pause does not wait for a send that has begun, and no repeat starts after it`() async throws {
        let bench = try CashOutBench()
        let gate = Gate()
        bench.provider.run(.isLost, .waits(gate))
        bench.provider.status(.hangs, .books)
        try await bench.run { running async throws in
            await running.pass(.seconds(4))
            #expect(try await running.states() == [.unknown])
            try await pause(running)
            await running.pass(.seconds(1200))
            #expect(bench.provider.sentKeys.count == 1)
            gate.open()
        }
    }

    @Test func `nothing goes out after a pause has answered, though a look came first`() async throws {
        let bench = try CashOutBench()
        let gate = Gate()
        bench.provider.looksFirst(until: gate)
        try await bench.run { running async throws in
            await running.pass(.seconds(4))
            #expect(try await running.states() == [.sending])
            let sent = try await withThrowingTaskGroup { group in
                group.addTask {
                    try await pause(running)
                    return bench.provider.sentKeys.count
                }
                await running.settle()
                gate.open()
                return try await group.next()
            }
            await running.pass(.seconds(60))
            #expect(sent == 1 && bench.provider.sentKeys.count == 1)
        }
    }

    @Test func `between the approval and the send a pause gives it up`() async throws {
        let bench = try CashOutBench()
        bench.provider.run(.ends(.notConnected))
        try await bench.run { running async throws in
            await running.pass(.seconds(4))
            let sent = bench.provider.sentKeys.count
            #expect(try await running.states() == [.prepared])
            try await pause(running)
            await running.pass(.seconds(1200))
            #expect(try await running.states() == [.abandoned])
            #expect(bench.provider.sentKeys.count == sent)
        }
    }

    @Test(arguments: [Duration.seconds(366 * 86_400), .seconds(-366 * 86_400), .seconds(3600)])
    func `a clock that was set sends nothing`(step: Duration) async throws {
        let bench = try CashOutBench()
        bench.source.answer(.won(1000))
        try await bench.run { running async throws in
            await running.pass(.seconds(10))
            bench.world.time.step(by: step)
            bench.source.answer(.won(60_000))
            await running.pass(.seconds(900))
            #expect(try await running.reasons().contains(.clock))
            #expect(try await running.engine.questions.status().condition == .degraded)
            #expect(bench.provider.sentKeys == [])
        }
    }

    @Test func `a clock that is a year back still asks what became of a request`() async throws {
        let bench = try CashOutBench()
        bench.provider.run(.pays(.pending))
        bench.provider.status(.says(ProviderReply(.pending)))
        try await bench.run { running async throws in
            await running.pass(.seconds(60))
            #expect(try await running.states() == [.pending])
            bench.world.time.step(by: .seconds(-366 * 86_400))
            bench.provider.status(.books)
            await running.pass(.seconds(120))
            #expect(try await running.states() == [.settled])
        }
    }

    @Test func `a clock that went forward while nothing ran is doubted`() async throws {
        let bench = try CashOutBench()
        bench.source.answer(.won(1000))
        try await bench.run { await $0.pass(.seconds(10)) }
        bench.world.time.step(by: .seconds(3600))
        bench.source.answer(.won(60_000))
        try await bench.run { running async throws in
            await running.pass(.seconds(300))
            #expect(try await running.reasons().contains(.clock))
            #expect(bench.provider.sentKeys == [])
        }
    }

    @Test func `a disk that is full between the request and the send sends nothing, until there is room`() async throws
    {
        let bench = try CashOutBench()
        bench.provider.run(.ends(.notSent(.temporary(retryAfter: .seconds(60)))), .pays(.settled))
        try await bench.run { running async throws in
            await running.pass(.seconds(3))
            #expect(try await running.states() == [.prepared])
            try await Disk(running: running).fill()
            let sent = bench.provider.sentKeys.count
            await running.pass(.seconds(600))
            #expect(bench.provider.sentKeys.count == sent)
            #expect(try await running.states() == [.prepared])
            try await Disk(running: running).empty()
            await running.pass(.seconds(120))
            #expect(bench.provider.moves == 1)
            // Where its turn comes before that of the first reading, it is given up as stale, and planned anew.
            let states = try await running.states()
            #expect(states == [.settled] || states == [.abandoned, .settled])
        }
    }

    @Test func `an outcome that cannot be stored is kept until it can`() async throws {
        let bench = try CashOutBench()
        let gate = Gate()
        bench.provider.run(.waits(gate))
        try await bench.run { running async throws in
            await running.pass(.seconds(3))
            #expect(try await running.states() == [.sending])
            try await Disk(running: running).fill()
            gate.open()
            await running.pass(.seconds(60))
            #expect(try await running.states() == [.sending])
            try await Disk(running: running).empty()
            await running.pass(.seconds(10))
            #expect(try await running.states() == [.settled])
            #expect(bench.provider.attempts == [.first])
        }
    }
}
