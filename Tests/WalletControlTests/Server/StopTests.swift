import Glibc
import Testing
import WalletControl

/// How the server ends.
@Suite(.timeLimit(.minutes(10)))
struct StopTests {
    /// Does not cut off what only a busy machine makes slow.
    private var patient: ControlLimits {
        var limits = ControlLimits()
        limits.stopTimeMax = .seconds(3600)
        return limits
    }

    @Test func `idle clients and half a request hold nothing up`() async throws {
        try await RunningServer.run(TestResponder(), limits: patient) { server in
            let idle = try server.connection()
            #expect(try await idle.ask("GET", "/a").status == 200)
            let half = try server.connection()
            try half.send("GET / HT")
            await server.stop()
            #expect(try await idle.rest() == "")
            #expect(try await half.rest() == "")
        }
    }

    @Test func `an answer that has begun is given`() async throws {
        let responder = TestResponder()
        try await RunningServer.run(responder, limits: patient) { server in
            let connection = try server.connection()
            try connection.send("GET /wait HTTP/1.1\r\nHost: walletd\r\n\r\n")
            await responder.begun.wait()
            let idle = try server.connection()
            #expect(try await idle.ask("GET", "/a").status == 200)
            await server.stop()
            #expect(try await idle.rest() == "")
            responder.release.tell()
            #expect(try await connection.response().body == "waited")
        }
    }

    @Test func `an answer that does not come, or is not read, is given up`() async throws {
        var limits = ControlLimits()
        limits.stopTimeMax = .milliseconds(100)
        let responder = TestResponder()
        try await RunningServer.run(responder, limits: limits) { server in
            let waiting = try server.connection()
            try waiting.send("GET /wait HTTP/1.1\r\nHost: walletd\r\n\r\n")
            await responder.begun.wait()
            let deaf = try server.connection()
            try deaf.send("GET /endless HTTP/1.1\r\nHost: walletd\r\n\r\n")
            _ = try await deaf.head()
            await server.stop()
            #expect(try await waiting.rest() == "")
        }
    }

    @Test func `the socket's file stays, and nobody is let in any more`() async throws {
        let served = try await RunningServer.run(TestResponder()) { server async throws -> RunningServer in
            #expect(try await server.connection().ask("GET", "/a").status == 200)
            return server
        }
        #expect(access(served.path, F_OK) == 0)
        #expect(throws: SystemError.self) { try served.connection() }
    }
}
