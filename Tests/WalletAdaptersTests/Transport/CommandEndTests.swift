import Glibc
import Testing
import WalletAdapters
import WalletTestSupport

/// Nobody of a program's group outlives its run, whatever way it ends.
struct CommandEndTests {
    private let folder: TemporaryFolder
    private let lifeline: Lifeline
    private let clock = ContinuousClock()

    init() throws {
        folder = try TemporaryFolder()
        lifeline = try Lifeline(in: folder)
    }

    private func run(_ script: String, timeout: Duration, grace: Duration) async throws -> CommandOutcome {
        let path = try folder.script("exec 9>\(lifeline.path)\n\(script)")
        let command = Command(
            [path], environment: ["PATH": "/usr/bin:/bin"], workingDirectory: folder.path, input: [], timeout: timeout)
        return try await CommandRunner(limits: CommandLimits(grace: grace)).run(command)
    }

    @Test func `a hanging program is ended at its time-out`() async throws {
        var outcome: CommandOutcome?
        let taken = try await clock.measure {
            outcome = try await run("echo begun; sleep 1000", timeout: .milliseconds(200), grace: .seconds(600))
        }
        #expect(outcome?.ending == .stopped(.timeout))
        #expect(taken >= .milliseconds(200))
        #expect(taken < .seconds(60))
        #expect(await lifeline.isFree())
    }

    @Test(arguments: [
        "trap '' TERM; while :; do sleep 1000; done",
        "(trap '' TERM; sleep 1000) & wait",
        "(trap '' TERM; sleep 1000 >/dev/null 2>&1 </dev/null) & exit 0 & wait",
    ])
    func `whoever ignores SIGTERM is killed after the grace`(script: String) async throws {
        let outcome = try await run("\(script); sleep 1000", timeout: .milliseconds(200), grace: .milliseconds(100))
        #expect(outcome.ending == .stopped(.timeout))
        #expect(await lifeline.isFree())
    }

    @Test func `a child may use the grace though its leader is gone`() async throws {
        let child =
            "(trap 'sleep 0.1; touch tidied; exit' TERM; echo ready; while :; do sleep 0.02; done) >/dev/null 2>&1 &"
        let outcome = try await run("\(child) sleep 1000", timeout: .milliseconds(1500), grace: .seconds(600))
        #expect(outcome.ending == .stopped(.timeout))
        #expect(try folder.names().contains("tidied"))
        #expect(await lifeline.isFree())
    }

    @Test(arguments: ["sleep 1000 &", "(trap '' TERM HUP; sleep 1000) &", "sleep 1000 >/dev/null 2>&1 </dev/null &"])
    func `what a program leaves behind is killed when it exits`(child: String) async throws {
        let outcome = try await run("\(child) echo answer", timeout: .seconds(60), grace: .seconds(600))
        #expect(outcome.ending == .exited(status: 0))
        #expect(outcome.output == Array("answer\n".utf8))
        #expect(await lifeline.isFree())
    }

    @Test func `a program that is cancelled may tidy up`() async throws {
        let script = "trap 'sleep 0.1; touch tidied; exit' TERM; echo >&9; while :; do sleep 0.02; done"
        try await withThrowingTaskGroup(of: CommandOutcome.self) { group in
            group.addTask { try await run(script, timeout: .seconds(600), grace: .seconds(600)) }
            #expect(await lifeline.hasBegun())
            group.cancelAll()
            try await group.waitForAll()
        }
        #expect(try folder.names().contains("tidied"))
    }

    @Test func `a process that left the group cannot hold up the run`() async throws {
        // Its pipe breaks when the run is over, and `yes` ends by that.
        let outcome = try await run("setsid yes >&2 & echo answer", timeout: .milliseconds(300), grace: .seconds(600))
        #expect(outcome.output == Array("answer\n".utf8))
        #expect(await lifeline.isFree())
    }

    @Test(arguments: [
        "echo >&9; sleep 1000", "trap '' TERM; echo >&9; while :; do sleep 1000; done",
        "(trap '' TERM; echo >&9; sleep 1000) & wait",
    ])
    func `a cancelled run ends within the grace`(script: String) async throws {
        let taken = try await clock.measure {
            try await withThrowingTaskGroup(of: CommandOutcome.self) { group in
                group.addTask { try await run(script, timeout: .seconds(600), grace: .milliseconds(200)) }
                #expect(await lifeline.hasBegun())
                group.cancelAll()
                let outcome = try await group.next()
                #expect(outcome?.ending == .stopped(.cancelled))
            }
        }
        #expect(taken < .seconds(60))
        #expect(await lifeline.isFree())
    }
}
