import Glibc
import Testing
import WalletTestSupport

@testable import walletctl

@Suite struct `The exit code` {
    @Test(arguments: [
        (#"{"type":"urn:walletd:not-permitted","title":"No","status":403,"detail":"d"}"#, 403, 77),
        (#"{"type":"urn:walletd:of-a-later-version","title":"No","status":403,"detail":"d"}"#, 403, 77),
        (
            #"{"type":"urn:walletd:config-rejected","title":"No","status":422,"detail":"d","faults":["f:1:2: x"]}"#,
            422, 78
        ),
        (#"{"type":"urn:walletd:not-found","title":"No","status":404,"detail":"d"}"#, 404, 1),
        (#"{"type":"urn:walletd:internal","title":"No","status":500,"detail":"d"}"#, 500, 1),
    ])
    func `follows the refusal`(problem: String, status: Int, code: Int32) async throws {
        let run = try await FakeDaemon.serving { _, _ in
            .problem(status: status, problem)
        } _: {
            try await CommandLineRun("reload", socket: $0.socket)
        }
        #expect(run.status == code)
        #expect(run.output == "")
    }

    @Test func `of a refusal comes with its detail, hint, time and faults`() async throws {
        let problem = #"""
            {"type":"urn:walletd:config-rejected","title":"No","status":422,"detail":"the old one stays in force",
             "hint":"walletctl check","retry_at":"2026-11-22T10:00:00Z","faults":["a.toml:3:1: unknown key `evry`"]}
            """#
        let run = try await FakeDaemon.serving { _, _ in
            .problem(status: 422, problem)
        } _: {
            try await CommandLineRun("reload", socket: $0.socket)
        }
        #expect(
            run.errors == """
                a.toml:3:1: unknown key `evry`
                Error: the old one stays in force
                  walletctl check
                  Possible again at 2026-11-22T10:00:00Z.

                """)
    }

    @Test(arguments: [
        ("ok", 0), ("alert-firing", 20), ("source-failing", 21), ("cashout-waiting", 22), ("degraded", 23),
    ])
    func `of a check is that of the state`(state: String, code: Int32) async throws {
        let status = """
            {"version":"1","started":"2026-11-22T10:00:00Z","config":{"path":"/c","sha256":"0"},"schema":1,
             "paused":false,"state":"\(state)","sources":{},"alerts":{},"cashouts":{}}
            """
        try await FakeDaemon.serving { _, _ in
            .json(status)
        } _: { daemon in
            let checked = try await CommandLineRun("status --check", socket: daemon.socket)
            let shown = try await CommandLineRun("status", socket: daemon.socket)
            #expect(checked.status == code)
            #expect(shown.status == 0)
            #expect(checked.output == shown.output)
        }
    }

    @Test(arguments: [
        "bogus", "why", "status extra", "history", "history a/b/c/d", "history x --since yesterday",
        "history x --step 0d", "history x --plot --json", "record cards", "record cards ten KRW",
        "record cards 1 2 KRW", "record cards 1 KRW --expires 2027-02-29", "completions tcsh", "balances a/b/c/d",
        "events --since", "status --socket", "record cards 1e5 KRW", "total", "silence x",
    ])
    func `of wrong usage is 64`(line: String) async throws {
        let run = try await CommandLineRun(line, socket: "/nonexistent")
        #expect(run.status == 64)
        #expect(run.errors.hasPrefix("Error: "))
        #expect(run.output == "")
    }

    @Test(arguments: ["--help", "help history", "history --help", "--version", "help"])
    func `of asking for help is 0`(line: String) async throws {
        let run = try await CommandLineRun(line)
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(run.output.count > 4)
    }

    @Test(arguments: ["sources --json", "sources", "--help", "completions bash"])
    func `of an output that cannot be written is 1`(line: String) async throws {
        let sources = #"{"items":[{"name":"a","adapter":"file","state":"ok","consecutive_failures":0}]}"#
        let run = try await FakeDaemon.serving { _, _ in
            .json(sources)
        } _: {
            try await CommandLineRun(line, socket: $0.socket, writingTo: "/dev/full")
        }
        #expect(run.status == 1)
        #expect(run.errors == "Error: cannot write the output: No space left on device\n")
    }

    @Test(arguments: [["sources", "--json"], ["--help"], ["completions", "bash"]])
    func `is silent where the reader has gone, and that of SIGPIPE`(words: [String]) async throws {
        let folder = try TemporaryFolder()
        try await FakeDaemon.serving { _, _ in
            .json(#"{"items":[]}"#)
        } _: { daemon in
            var ends: [Int32] = [-1, -1]
            #expect(pipe(&ends) == 0)
            close(ends[0])
            defer { close(ends[1]) }
            let errors = open(folder.path(of: "errors"), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            defer { close(errors) }
            let walletctl = ChildProgram(
                path: "\(OwnProcess.folder)/walletctl", environment: ["WALLETD_SOCKET": daemon.socket])
            let output = Output(descriptor: ends[1])
            let end = await OwnThread.run {
                Result { try walletctl.run(words, output: output, errors: Output(descriptor: errors)) }
            }
            let code = try end.get()
            #expect(code == nil)
            let complaint = try folder.text(of: "errors")
            #expect(complaint == "")
        }
    }
}
