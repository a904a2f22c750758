import Testing

/// The whole engine on the real store, in worlds that seeds decide.
@Suite(.serialized, .timeLimit(.minutes(30)))
struct SimulationTests {
    @Test func `every promise holds in every world`() async throws {
        let clock = ContinuousClock()
        let begun = clock.now
        let summary = try await Worlds.live(Seeds.asked)
        if Seeds.isOne { print((summary.last?.trace ?? []).joined(separator: "\n")) }
        print("\(summary.count) worlds, \(summary.cashOutCount) cash-outs, \(clock.now - begun)")
        if let failure = summary.failure { Issue.record("\(failure.report)") }
        #expect(summary.cashOutCount > 0 || Seeds.isOne)
    }

    @Test func `the same seed is the same world`() async throws {
        for seed in UInt64(1)...4 {
            let (one, other) = (try Simulation(seed: seed), try Simulation(seed: seed))
            try await one.run()
            try await other.run()
            #expect(one.trace == other.trace)
        }
    }

    @Test(arguments: Flaw.allCases)
    func `what is broken on purpose is found`(flaw: Flaw) async throws {
        var seeds = Seeds.flawed
        while let failure = try await Worlds.live(seeds, flaw: flaw).failure {
            let sound = try await Worlds.live(failure.seed...failure.seed)
            guard sound.failure != nil else {
                print("\(flaw.rawValue): seed \(failure.seed): \(failure.broken[0])")
                return
            }
            guard failure.seed < seeds.upperBound else { break }
            seeds = (failure.seed + 1)...seeds.upperBound
        }
        Issue.record("nobody notices up to seed \(seeds.upperBound) that it \(flaw.rawValue)")
    }
}
