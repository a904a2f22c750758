import Testing
import WalletTestSupport

@testable import walletctl

@Suite struct `Trying a provider` {
    private func run(_ arguments: String, walletd script: String = #"printf '%s\n' "$@""#) async throws
        -> CommandLineRun
    {
        let folder = try TemporaryFolder()
        try folder.write("walletd", "#!/bin/sh\n\(script)\n", mode: 0o700)
        return try await CommandLineRun(arguments, environment: ["PATH": "/usr/bin:/bin"], folder: folder.path)
    }

    @Test func `is walletd's work, to which the words of the plugin are passed on`() async throws {
        let run = try await run("try-provider --amount=5 -- /opt/pay --send --amount x -- y")
        #expect(run.output == "--try-provider\n--amount=5\n--\n/opt/pay\n--send\n--amount\nx\n--\ny\n")
        #expect(run.status == 0)
    }

    @Test func `finds the program as a shell does`() async throws {
        #expect(try await run("try-provider sh").output == "--try-provider\n--\n/usr/bin/sh\n")
        let relative = try await run("try-provider ./pay")
        #expect(relative.output.hasSuffix("/./pay\n"))
        #expect(relative.output.contains("\n/"))
        #expect(try await run("try-provider walletd-test-nowhere").status == 1)
    }

    @Test func `sends only where the amount and the account are named`() async throws {
        for arguments in ["--send /opt/pay", "--send --amount=5 /opt/pay", "--send --account=a /opt/pay"] {
            let run = try await run("try-provider \(arguments)")
            #expect(run.status == 64)
            #expect(run.output.isEmpty)
        }
        let run = try await run("try-provider --send --amount=5 --account=a /opt/pay")
        #expect(run.output == "--try-provider\n--amount=5\n--account=a\n--send\n--\n/opt/pay\n")
        #expect(try await self.run("try-provider").status == 64)
    }

    @Test func `gives what was found out as JSON, and walletd's exit code`() async throws {
        let run = try await run(
            "try-provider --json /opt/pay", walletd: #"printf 'ok: describe: a: b\nfault: quote: no\n'; exit 1"#)
        #expect(
            run.output
                == #"{"steps":[{"action":"describe","message":"a: b","verdict":"ok"},{"action":"quote","message":"no","verdict":"fault"}]}"#
                + "\n")
        #expect(run.status == 1)
    }
}
