import Testing
import WalletTestSupport

@testable import walletctl

@Suite struct `Checking a configuration` {
    private func folder(_ script: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("walletd", "#!/bin/sh\n\(script)\n", mode: 0o700)
        return folder
    }

    @Test func `is walletd's work, its output and exit code are passed on`() async throws {
        let folder = try folder(#"echo "$@"; echo "a.toml:1:2: no" >&2; exit 78"#)
        let run = try await CommandLineRun("check /etc/a.toml", folder: folder.path)
        #expect(run.output == "--check-config --config /etc/a.toml\n")
        #expect(run.errors == "a.toml:1:2: no\n")
        #expect(run.status == 78)
    }

    @Test func `without a file leaves it to walletd which`() async throws {
        let folder = try folder(#"echo "$@""#)
        let run = try await CommandLineRun("check", environment: ["PATH": "/nonexistent:\(folder.path)"])
        #expect(run.output == "--check-config\n")
        #expect(run.status == 0)
    }

    @Test func `takes the walletd beside walletctl first`() async throws {
        let own = try folder("echo own")
        let other = try folder("echo other")
        let run = try await CommandLineRun("check", environment: ["PATH": other.path], folder: own.path)
        #expect(run.output == "own\n")
    }

    @Test func `gives faults and warnings as JSON`() async throws {
        let folder = try folder(#"printf 'a.toml:1:2: x\na.toml:7:1: warning: w\nb.toml:3:4: "y"\n'; exit 78"#)
        let run = try await CommandLineRun("check --json", folder: folder.path)
        let report = #"{"faults":["a.toml:1:2: x","b.toml:3:4: \"y\""],"warnings":["a.toml:7:1: w"]}"#
        #expect(run.output == report + "\n")
        #expect(run.status == 78)
    }

    @Test func `of a sound file gives only its warnings as JSON`() async throws {
        let folder = try folder(#"echo "a.toml:1:2: warning: matches nothing"; echo "configuration is sound""#)
        let run = try await CommandLineRun("check --json", folder: folder.path)
        #expect(run.output == #"{"faults":[],"warnings":["a.toml:1:2: matches nothing"]}"# + "\n")
        #expect(run.status == 0)
    }

    @Test func `without a walletd is refused`() async throws {
        let run = try await CommandLineRun("check")
        #expect(run.status == 1)
        #expect(run.errors == "Error: walletd, which does the checking, is neither beside walletctl nor in $PATH\n")
    }

    @Test func `by a walletd that dies is refused`() async throws {
        let folder = try folder("kill -9 $$")
        let run = try await CommandLineRun("check", folder: folder.path)
        #expect(run.status == 1)
        #expect(run.errors.contains("was ended by a signal"))
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `apart, a shell gets its completions`(shell: String) async throws {
        let run = try await CommandLineRun("completions \(shell)")
        #expect(run.status == 0)
        #expect(run.output.contains("walletctl"))
        #expect(run.output.contains("balances"))
    }
}
