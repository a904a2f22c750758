import Testing
import WalletControl

/// Many clients at once.
@Suite(.timeLimit(.minutes(10)))
struct ConnectionCountTests {
    private var three: ControlLimits {
        var limits = ControlLimits()
        limits.connectionsMax = 3
        return limits
    }

    @Test func `two hundred clients that ask nothing disturb nobody`() async throws {
        try await RunningServer.run(TestResponder()) { server in
            let idle = try (1...200).map { _ in try server.connection() }
            #expect(try await server.connection().ask("GET", "/a").body == "/a 0")
            for connection in idle { #expect(try await connection.ask("GET", "/b").body == "/b 0") }
        }
    }

    @Test func `where there are too many, the one that asked nothing for the longest time makes room`() async throws {
        try await RunningServer.run(TestResponder(), limits: three) { server in
            let connections = try (1...3).map { _ in try server.connection() }
            for index in [0, 1, 2, 0] { #expect(try await connections[index].ask("GET", "/a").status == 200) }
            let late = try server.connection()
            #expect(try await late.ask("GET", "/a").status == 200)
            #expect(try await connections[1].rest() == "")
            #expect(try await connections[0].ask("GET", "/a").status == 200)
            #expect(try await connections[2].ask("GET", "/a").status == 200)
        }
    }

    @Test func `where all wait for an answer, nobody is let in`() async throws {
        let responder = TestResponder()
        try await RunningServer.run(responder, limits: three) { server in
            let waiting = try (1...3).map { _ in try server.connection() }
            for connection in waiting {
                // The last answer shows that the server has taken the first two as well.
                try connection.send(
                    "GET /a HTTP/1.1\r\nHost: walletd\r\n\r\nGET /wait HTTP/1.1\r\nHost: walletd\r\n\r\n")
                #expect(try await connection.response().body == "/a 0")
            }
            #expect(try await server.connection().rest() == "")
            responder.release.tell()
            for connection in waiting { #expect(try await connection.response().body == "waited") }
        }
    }

    @Test(.enabled(if: OtherUser.canBecome, "only root can become another user"))
    func `one user does not keep the others out`() async throws {
        let responder = TestResponder()
        var limits = ControlLimits()
        limits.connectionsOfUserMax = 2
        try await RunningServer.run(responder, limits: limits) { server in
            let waiting = try (1...2).map { _ in try server.connection() }
            for connection in waiting {
                try connection.send(
                    "GET /a HTTP/1.1\r\nHost: walletd\r\n\r\nGET /wait HTTP/1.1\r\nHost: walletd\r\n\r\n")
                #expect(try await connection.response().body == "/a 0")
            }
            #expect(try await server.connection().rest() == "")
            let other = OtherUser(user: 12_345, group: 12_345)
            #expect(try await other.ask(server.path, "GET", "/b").body == "/b 0")
            responder.release.tell()
            for connection in waiting { #expect(try await connection.response().body == "waited") }
        }
    }
}
