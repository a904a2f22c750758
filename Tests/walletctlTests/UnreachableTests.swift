import Glibc
import Testing
import WalletTestSupport

@testable import WalletClient
@testable import walletctl

@Suite struct `A daemon that cannot be reached` {
    @Test func `is 69, with every place that was tried`() async throws {
        let run = try await CommandLineRun(
            "status", socket: "/nonexistent/a.sock", environment: ["XDG_RUNTIME_DIR": "/nonexistent/b"])
        #expect(run.status == 69)
        #expect(run.errors.contains("/nonexistent/a.sock, /run/walletd/walletd.sock, /nonexistent/b/walletd.sock"))
    }

    @Test func `at the given path is not looked for elsewhere`() async throws {
        try await FakeDaemon.serving { _, _ in
            .silence
        } _: { daemon in
            let run = try await CommandLineRun("status --socket /nonexistent/c.sock", socket: daemon.socket)
            #expect(run.status == 69)
            #expect(run.errors.contains("tried /nonexistent/c.sock\n"))
            #expect(daemon.asked.isEmpty)
        }
    }

    @Test func `comes with what systemd says of its unit`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("systemctl", "#!/bin/sh\necho \"$1 of $2: failed\"\n", mode: 0o700)
        let run = try await CommandLineRun("status", environment: ["PATH": folder.path])
        #expect(run.errors.contains("systemctl is-active walletd says: is-active of walletd: failed\n"))
    }

    @Test func `comes with where the reason of a failure stands`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("systemctl", "#!/bin/sh\necho failed\n", mode: 0o700)
        let run = try await CommandLineRun("status", environment: ["PATH": folder.path])
        #expect(run.errors.contains("says: failed; journalctl -u walletd says why\n"))
    }

    @Test func `because its socket is left from before`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("walletd.sock", "")
        let run = try await CommandLineRun("status", socket: folder.path(of: "walletd.sock"))
        #expect(run.status == 69)
        #expect(run.errors.contains("no daemon answers at \(folder.path)/walletd.sock: Connection refused"))
    }

    @Test(arguments: [EACCES, EPERM])
    func `because this user may not is 77`(code: Int32) {
        let error = ClientError(code: code, socket: "/run/walletd/walletd.sock")
        let failure = Failure(error, unit: nil)
        #expect(failure.status.code == 77)
        #expect(failure.message == "this user may not open /run/walletd/walletd.sock")
    }

    @Test func `because the path is too long for a socket`() async throws {
        let folder = try TemporaryFolder()
        let name = String(repeating: "a", count: 120)
        try folder.write(name, "")
        let run = try await CommandLineRun("status --socket \(folder.path(of: name))")
        #expect(run.status == 69)
        #expect(run.errors.contains("the path is too long"))
    }

    @Test func `because it closes the connection without an answer`() async throws {
        let run = try await FakeDaemon.serving { _, _ in
            .raw("")
        } _: {
            try await CommandLineRun("status", socket: $0.socket)
        }
        #expect(run.status == 69)
        #expect(run.errors.contains("it closed the connection without an answer"))
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
        "HTTP/1.1 200",
    ])
    func `any more in the middle of an answer`(answer: String) async throws {
        let run = try await FakeDaemon.serving { _, _ in
            .raw(answer)
        } _: {
            try await CommandLineRun("status", socket: $0.socket)
        }
        #expect(run.status == 69)
        #expect(run.errors.contains("the connection broke off"))
    }
}
