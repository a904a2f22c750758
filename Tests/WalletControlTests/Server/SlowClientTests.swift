import Testing
import WalletControl

/// Clients that take their time, and what becomes of the others meanwhile.
@Suite(.timeLimit(.minutes(10)))
struct SlowClientTests {
    private func limits(_ change: (inout ControlLimits) -> Void) -> ControlLimits {
        var limits = ControlLimits()
        change(&limits)
        return limits
    }

    @Test(arguments: ["G", "GET / HTTP/1.1\r\nHost: wal", "POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nabc"])
    func `a request that is not complete in time ends the connection`(start: String) async throws {
        try await RunningServer.run(TestResponder(), limits: limits { $0.requestTimeMax = .milliseconds(50) }) {
            server in
            let connection = try server.connection()
            try connection.send(start)
            #expect(try await connection.rest() == "")
        }
    }

    @Test func `a client that sends byte by byte is cut off by the total time, and others are served meanwhile`()
        async throws
    {
        try await RunningServer.run(TestResponder(), limits: limits { $0.requestTimeMax = .milliseconds(200) }) {
            server in
            let slow = try server.connection()
            let other = try server.connection()
            try slow.send("GET / HTTP/1.1\r\nX: ")
            await #expect(throws: SystemError.self) {
                while true {
                    try slow.send("a")
                    #expect(try await other.ask("GET", "/a").body == "/a 0")
                }
            }
        }
    }

    @Test func `a request that began while another was answered has its time too`() async throws {
        let responder = TestResponder()
        try await RunningServer.run(responder, limits: limits { $0.requestTimeMax = .milliseconds(50) }) { server in
            let connection = try server.connection()
            try connection.send("GET /wait HTTP/1.1\r\nHost: walletd\r\n\r\n")
            await responder.begun.wait()
            try connection.send("GET /never")
            responder.release.tell()
            #expect(try await connection.response().body == "waited")
            #expect(try await connection.rest() == "")
        }
    }

    @Test func `a client that asks nothing is let go`() async throws {
        try await RunningServer.run(TestResponder(), limits: limits { $0.idleTimeMax = .milliseconds(500) }) { server in
            let fresh = try server.connection()
            #expect(try await fresh.rest() == "")
            let used = try server.connection()
            #expect(try await used.ask("GET", "/a").status == 200)
            #expect(try await used.rest() == "")
        }
    }

    @Test func `waiting for an answer is not idleness`() async throws {
        let responder = TestResponder()
        let limits = limits {
            $0.idleTimeMax = .milliseconds(500)
            $0.requestTimeMax = .milliseconds(50)
        }
        try await RunningServer.run(responder, limits: limits) { server in
            let waiting = try server.connection()
            try waiting.send("GET /wait HTTP/1.1\r\nHost: walletd\r\n\r\n")
            await responder.begun.wait()
            #expect(try await server.connection().rest() == "")
            responder.release.tell()
            #expect(try await waiting.response().body == "waited")
        }
    }

    @Test func `a client that does not read what it asked for is let go, and others are served meanwhile`() async throws
    {
        let responder = TestResponder()
        try await RunningServer.run(responder, limits: limits { $0.stallTimeMax = .milliseconds(100) }) { server in
            let deaf = try server.connection()
            try deaf.send("GET /endless HTTP/1.1\r\nHost: walletd\r\n\r\n")
            await responder.begun.wait()
            #expect(try await server.connection().ask("GET", "/a").status == 200)
            await responder.ended.wait()
        }
    }
}
