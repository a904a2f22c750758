import Testing

/// The whole engine on the real store, in worlds that seeds decide.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct SimulationTests {
    @Test func `every promise holds in every world`() async throws {
        let clock = ContinuousClock()
        let begun = clock.now
        var cashOuts = 0
        for seed in Seeds.asked {
            let simulation = try Simulation(seed: seed)
            try await simulation.run()
            cashOuts += simulation.cashOutCount
            if Seeds.isOne { print(simulation.trace.joined(separator: "\n")) }
            guard simulation.nature.broken.isEmpty else {
                Issue.record("\(simulation.report)")
                return
            }
        }
        print("\(Seeds.asked.count) worlds, \(cashOuts) cash-outs, \(clock.now - begun)")
        #expect(cashOuts > 0)
    }

    @Test func `the same seed is the same world`() async throws {
        for seed in UInt64(1)...4 {
            let (one, other) = (try Simulation(seed: seed), try Simulation(seed: seed))
            try await one.run()
            try await other.run()
            #expect(one.trace == other.trace)
        }
    }

    @Test(.enabled(if: Seeds.looksForFlaws), arguments: Flaw.allCases)
    func `what is broken on purpose is found`(flaw: Flaw) async throws {
        for seed in Seeds.flawed {
            let simulation = try Simulation(seed: seed, flaw: flaw)
            try await simulation.run()
            guard simulation.nature.broken.isEmpty else {
                print("\(flaw.rawValue): seed \(seed): \(simulation.nature.broken[0])")
                return
            }
        }
        Issue.record("nobody notices that it \(flaw.rawValue)")
    }
}
