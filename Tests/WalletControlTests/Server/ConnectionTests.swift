import Testing
import WalletControl

/// How requests and answers follow each other on a connection.
@Suite(.timeLimit(.minutes(10)))
struct ConnectionTests {
    @Test func `requests sent at once are answered in their order`() async throws {
        try await RunningServer.run(TestResponder()) { server in
            let connection = try server.connection()
            try connection.send((1...30).map { "GET /\($0) HTTP/1.1\r\nHost: walletd\r\n\r\n" }.joined())
            for number in 1...30 { #expect(try await connection.response().body == "/\(number) 0") }
        }
    }

    @Test func `a connection takes one request after the other`() async throws {
        try await RunningServer.run(TestResponder()) { server in
            let connection = try server.connection()
            for number in 1...3 {
                #expect(try await connection.ask("POST", "/\(number)", body: "abc").body == "/\(number) 3")
            }
        }
    }

    @Test func `a client that has ended sending gets its answer, then the end`() async throws {
        try await RunningServer.run(TestResponder()) { server in
            let connection = try server.connection()
            try connection.send("GET /a HTTP/1.1\r\nHost: walletd\r\n\r\n")
            connection.endSending()
            #expect(try await connection.response().body == "/a 0")
            #expect(try await connection.rest() == "")
        }
    }

    @Test func `a client that wants the end gets it after its answer`() async throws {
        try await RunningServer.run(TestResponder()) { server in
            let connection = try server.connection()
            let answer = try await connection.ask("GET", "/a", headers: ["Connection: close"])
            #expect(answer.body == "/a 0")
            #expect(answer.headers["connection"] == "close")
            #expect(try await connection.rest() == "")
        }
    }

    @Test func `HEAD is answered like GET without the body`() async throws {
        try await RunningServer.run(TestResponder()) { server in
            let connection = try server.connection()
            let answer = try await connection.ask("HEAD", "/a")
            #expect(answer.status == 200)
            #expect(answer.headers["content-length"] == "4")
            #expect(try await connection.ask("GET", "/b").body == "/b 0")
        }
    }

    @Test func `a client that asks first whether its body is welcome is told`() async throws {
        try await RunningServer.run(TestResponder()) { server in
            let connection = try server.connection()
            try connection.send(
                "POST / HTTP/1.1\r\nHost: walletd\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n")
            #expect(try await connection.head().status == 100)
            try connection.send("abc")
            #expect(try await connection.response().body == "/ 3")
        }
    }

    @Test func `an answer is given up when its client has gone`() async throws {
        let responder = TestResponder()
        try await RunningServer.run(responder) { server in
            do {
                let connection = try server.connection()
                try connection.send("GET /wait HTTP/1.1\r\nHost: walletd\r\n\r\n")
                await responder.begun.wait()
            }
            await responder.ended.wait()
        }
    }
}
