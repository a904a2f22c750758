import Testing
import WalletAdapters
import WalletCore
import WalletTestSupport

/// Each in a process of its own, where nobody else opens files or starts programs.
struct LeakTests {
    /// Runs a script, whatever becomes of it.
    private static func run(_ path: String, timeout: Duration) async {
        let command = Command(
            [path], environment: ["PATH": "/usr/bin:/bin"], workingDirectory: "/", input: Array("{}".utf8),
            timeout: timeout)
        _ = try? await CommandRunner(limits: CommandLimits(grace: .milliseconds(20))).run(command)
    }

    /// All the ways that a run can end.
    private static func runAll(in folder: TemporaryFolder) async throws {
        await run("/bin/cat", timeout: .seconds(60))
        await run("/usr/bin/yes", timeout: .seconds(60))
        await run("/nonexistent", timeout: .seconds(60))
        await run(try folder.script("exec <&- >&- 2>&-; exit 3"), timeout: .seconds(60))
        await run(try folder.script("trap '' TERM; sleep 1000 & sleep 1000"), timeout: .milliseconds(20))
        let hanging = try folder.script("sleep 1000")
        await withTaskGroup { tasks in
            tasks.addTask { await run(hanging, timeout: .seconds(60)) }
            tasks.cancelAll()
        }
    }

    @Test func `programs leave no descriptor and no child behind`() async {
        await #expect(processExitsWith: .success) {
            let folder = try TemporaryFolder()
            try await Self.runAll(in: folder)
            let before = ProcessUsage.descriptors
            for _ in 0..<20 { try await Self.runAll(in: folder) }
            try #require(ProcessUsage.descriptors == before)
            try #require(!ProcessUsage.hasChildren)
        }
    }

    @Test func `many programs run at the same time`() async {
        await #expect(processExitsWith: .success) {
            await Self.run("/bin/cat", timeout: .seconds(60))
            let before = ProcessUsage.descriptors
            let ended = try await withThrowingTaskGroup(of: CommandOutcome.self) { tasks in
                for _ in 0..<200 {
                    tasks.addTask {
                        try await CommandRunner().run(
                            Command(
                                ["/bin/cat"], environment: [:], workingDirectory: "/", input: Array("{}".utf8),
                                timeout: .seconds(60)))
                    }
                }
                return try await tasks.reduce(0) { $0 + ($1.output == Array("{}".utf8) ? 1 : 0) }
            }
            try #require(ended == 200)
            try #require(ProcessUsage.descriptors == before)
        }
    }

    @Test func `a flood takes no memory`() async {
        await #expect(processExitsWith: .success) {
            let folder = try TemporaryFolder()
            await Self.run(
                try folder.script("head -c 1000000 /dev/zero >&2; head -c 2000000 /dev/zero"), timeout: .seconds(60))
            let before = ProcessUsage.memoryPeakBytes
            await Self.run(try folder.script("head -c 300000000 /dev/zero >&2; yes"), timeout: .seconds(60))
            try #require(ProcessUsage.memoryPeakBytes - before < 16 << 20)
        }
    }

    @Test func `answers without end take no memory and leave no descriptor behind`() async {
        await #expect(processExitsWith: .success) {
            let server = try LoopbackHTTPServer { _, connection in
                connection.write("HTTP/1.1 200 OK\r\n\r\n")
                while connection.write([UInt8](repeating: UInt8(ascii: " "), count: 1 << 16)) {}
                return .close
            }
            let request = HTTPRequest(try HTTPAddress(server.url()), timeout: .seconds(60))
            func ask(_ count: Int) async throws {
                try await withTransport { transport in
                    for _ in 0..<count {
                        let failure = await #expect(throws: PortFailure.self) {
                            try await transport.answer(to: request)
                        }
                        try #require(failure?.reason == .tooLarge)
                    }
                }
            }
            try await ask(5)
            let memory = ProcessUsage.memoryPeakBytes
            try await ask(50)
            try #require(ProcessUsage.memoryPeakBytes - memory < 16 << 20)
            try #require(ProcessUsage.descriptors < 40)
        }
    }
}
