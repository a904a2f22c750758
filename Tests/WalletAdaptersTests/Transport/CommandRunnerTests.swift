import Glibc
import Testing
import WalletAdapters
import WalletCore
import WalletTestSupport

struct CommandRunnerTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func run(
        _ script: String, input: [UInt8] = [], timeout: Duration = .seconds(60), limits: CommandLimits = CommandLimits()
    ) async throws -> CommandOutcome {
        let command = Command(
            [try folder.script(script)], environment: ["PATH": "/usr/bin:/bin", "GREETING": "hello"],
            workingDirectory: folder.path, input: input, timeout: timeout)
        return try await CommandRunner(limits: limits).run(command)
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func `a program gets its input, its folder and the given environment alone`() async throws {
        let outcome = try await run("cat; pwd; env | sort", input: Array("question\n".utf8))
        #expect(outcome.ending == .exited(status: 0))
        #expect(
            text(outcome.output) == "question\n\(folder.path)\nGREETING=hello\nPATH=/usr/bin:/bin\nPWD=\(folder.path)\n"
        )
    }

    @Test func `a program holds no descriptor of ours and leads a session of its own`() async throws {
        let leaked = open("/dev/null", O_RDONLY)
        defer { close(leaked) }
        let outcome = try await run(
            "ls /proc/$$/fd; cut -d' ' -f5,6 /proc/$$/stat; echo $$ $$")
        let lines = text(outcome.output).split(separator: "\n")
        // 10 is where the shell keeps its script.
        #expect(lines.dropLast(2).filter { $0 != "10" } == ["0", "1", "2"])
        #expect(lines.suffix(2).first == lines.last)
    }

    @Test(arguments: [Int32(0), 1, 75, 77, 78, 255])
    func `the exit status is reported`(status: Int32) async throws {
        let outcome = try await run("echo out; echo err >&2; exit \(status)")
        #expect(outcome.ending == .exited(status: status))
        #expect(text(outcome.output) == "out\n")
        #expect(text(outcome.errorTail) == "err\n")
    }

    @Test func `a signal from elsewhere is reported`() async throws {
        #expect(try await run("kill -9 $$").ending == .killed(signal: 9))
    }

    @Test(arguments: 1...20)
    func `input that nobody reads does no harm`(_: Int) async throws {
        let outcome = try await run("exec <&-; echo done", input: [UInt8](repeating: 65, count: 1 << 20))
        #expect(text(outcome.output) == "done\n")
    }

    @Test(arguments: 1...20)
    func `output at the cap arrives whole`(_: Int) async throws {
        let outcome = try await run("head -c 1048576 /dev/zero")
        #expect(outcome.ending == .exited(status: 0))
        #expect(outcome.output.count == 1 << 20)
    }

    @Test(arguments: ["head -c 1048577 /dev/zero", "exec yes", "trap '' TERM; yes"])
    func `more output than the cap ends the run`(script: String) async throws {
        let lifeline = try Lifeline(in: folder)
        let limits = CommandLimits(grace: .milliseconds(50))
        let outcome = try await run("exec 9>\(lifeline.path); echo >&9; \(script)", limits: limits)
        #expect(outcome.ending == .stopped(.tooMuchOutput))
        #expect(outcome.output.isEmpty)
        #expect(await lifeline.isFree())
    }

    @Test func `of a flood on standard error the end is kept`() async throws {
        let outcome = try await run("yes | head -c 20000000 >&2; echo last words >&2; echo answer")
        #expect(outcome.ending == .exited(status: 0))
        #expect(text(outcome.output) == "answer\n")
        #expect(outcome.errorTail.count == 64 << 10)
        #expect(text(outcome.errorTail).hasSuffix("y\nlast words\n"))
    }

    @Test func `a program that closed its streams is still waited for`() async throws {
        let outcome = try await run("echo out; exec >&- 2>&-; sleep 0.2; exit 5")
        #expect(outcome.ending == .exited(status: 5))
        #expect(text(outcome.output) == "out\n")
    }

    @Test func `a program that cannot be started is named with what to do`() async throws {
        let cases: [(path: String, expected: String)] = [
            ("script", "must begin with the absolute path"),
            (folder.path(of: "absent"), "there is no program"),
            (try folder.write("plain", "#!/bin/sh\n", mode: 0o600), "may not be run by this user"),
            (try folder.program("empty", ""), "is not a program"),
            (try folder.program("orphan", "#!/nonexistent/shell\n"), "interpreter that it names is missing"),
        ]
        for (path, expected) in cases {
            let failure = await #expect(throws: PortFailure.self) {
                try await CommandRunner().run(
                    Command([path], environment: [:], workingDirectory: "/", input: [], timeout: .seconds(5)))
            }
            #expect(failure?.reason == .misconfigured)
            #expect(failure?.message.contains(expected) == true, "\(path): \(failure?.message ?? "")")
        }
    }
}
