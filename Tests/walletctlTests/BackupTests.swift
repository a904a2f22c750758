import Testing
import WalletTestSupport

@testable import walletctl

@Suite struct `A backup` {
    private static let head = "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.sqlite3\r\nContent-Length: 10\r\n\r\n"

    private func run(_ reply: FakeDaemon.Reply, in folder: TemporaryFolder) async throws -> CommandLineRun {
        try await FakeDaemon.serving { _, _ in
            reply
        } _: {
            try await CommandLineRun("backup \(folder.path(of: "copy.db"))", socket: $0.socket)
        }
    }

    @Test func `that is whole is a file, and nothing is printed`() async throws {
        let folder = try TemporaryFolder()
        let run = try await run(.raw(Self.head + "0123456789"), in: folder)
        #expect(run.status == 0 && run.output == "" && run.errors == "", "\(run)")
        #expect(try folder.names() == ["copy.db"])
        #expect(try folder.text(of: "copy.db") == "0123456789")
        #expect(try folder.mode(of: "copy.db") == 0o600)
    }

    private static let refusal = #"{"type":"urn:walletd:unavailable","title":"No","status":503,"detail":"full"}"#

    private static let failures: [(FakeDaemon.Reply, Int32)] = [
        (.raw(head + "01234"), 69), (.raw(head), 69), (.problem(status: 503, refusal), 1), (.json("{}"), 1),
    ]

    @Test(arguments: failures)
    func `that breaks off or is refused leaves nothing`(reply: FakeDaemon.Reply, status: Int32) async throws {
        let folder = try TemporaryFolder()
        let run = try await run(reply, in: folder)
        #expect(run.status == status && run.errors != "", "\(run)")
        #expect(try folder.names() == [])
    }

    @Test func `onto a device without room is an error`() async throws {
        let run = try await FakeDaemon.serving { _, _ in
            .raw(Self.head + "0123456789")
        } _: {
            try await CommandLineRun("backup -", socket: $0.socket, writingTo: "/dev/full")
        }
        #expect(run.status == 1)
    }
}
