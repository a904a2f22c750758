import Glibc
import Testing
import WalletControl

/// Who is at the other end.
@Suite(.timeLimit(.minutes(10)))
struct PeerTests {
    @Test func `the kernel says which process of which user it is`() async throws {
        try await RunningServer.run(TestResponder()) { server in
            let words = try await server.connection().ask("GET", "/peer").body.split(separator: " ")
            #expect(words[0] == "\(getpid())")
            #expect(words[1] == "\(getuid())")
        }
    }

    @Test(.enabled(if: OtherUser.canBecome, "only root can become another user"))
    func `another user is told by user, group and supplementary groups`() async throws {
        try await RunningServer.run(TestResponder()) { server in
            let other = OtherUser(user: 12_345, group: 23_456, groups: [34_567, 45_678])
            let answer = try await other.ask(server.path, "GET", "/peer")
            #expect(answer.body.hasSuffix(" 12345 [23456, 34567, 45678]"))
        }
    }

    @Test(.enabled(if: OtherUser.canBecome, "only root can become another user"))
    func `a user in very many groups is told by all of them`() async throws {
        try await RunningServer.run(TestResponder()) { server in
            let other = OtherUser(user: 12_345, group: 23_456, groups: Array(30_001...30_300))
            let answer = try await other.ask(server.path, "GET", "/peer")
            #expect(answer.body.hasSuffix(" 30299, 30300]"))
        }
    }

    @Test func `a user without a name is told by number`() {
        #expect(Peer(process: 1, user: 0, groups: [0]).name == "root")
        #expect(Peer(process: 1, user: 3_999_999, groups: [0]).name == "uid 3999999")
    }
}
