import Testing
import WalletControl

/// What one request may be.
@Suite(.timeLimit(.minutes(10)))
struct RequestLimitTests {
    @Test func `a body of 64 KiB is read`() async throws {
        try await RunningServer.run(TestResponder()) { server in
            let answer = try await server.connection().ask("POST", "/", body: String(repeating: "a", count: 65_536))
            #expect(answer.status == 200)
            #expect(answer.body == "/ 65536")
        }
    }

    @Test func `one byte more is refused, and the connection ends`() async throws {
        try await RunningServer.run(TestResponder()) { server in
            let connection = try server.connection()
            let answer = try await connection.ask("POST", "/", body: String(repeating: "a", count: 65_537))
            #expect(answer.status == 413)
            #expect(answer.headers["content-type"] == "application/problem+json")
            #expect(answer.headers["connection"] == "close")
            #expect(try answer.json()["type"]?.text == "urn:walletd:body-too-large")
            #expect(try await connection.rest() == "")
        }
    }

    @Test func `a body of unknown length is refused once it is too long`() async throws {
        try await RunningServer.run(TestResponder()) { server in
            let connection = try server.connection()
            try connection.send("POST / HTTP/1.1\r\nHost: walletd\r\nTransfer-Encoding: chunked\r\n\r\n")
            let chunk = "4000\r\n" + String(repeating: "a", count: 0x4000) + "\r\n"
            for _ in 1...5 { try connection.send(chunk) }
            #expect(try await connection.response().status == 413)
        }
    }

    @Test(arguments: [
        "\u{1}\u{2}\u{3}\u{4}\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "{\"json\":true}\n",
    ])
    func `what is no request is refused, and the connection ends`(bytes: String) async throws {
        try await RunningServer.run(TestResponder()) { server in
            let connection = try server.connection()
            try connection.send(bytes)
            let answer = try await connection.response()
            #expect(answer.status == 400)
            #expect(try answer.json()["type"]?.text == "urn:walletd:bad-request")
            #expect(try await connection.rest() == "")
        }
    }

    enum Excess: CaseIterable {
        case target, field, fields

        var head: String {
            switch self {
            case .target: "GET /\(String(repeating: "a", count: 20_000)) HTTP/1.1\r\n\r\n"
            case .field: "GET / HTTP/1.1\r\nX: \(String(repeating: "a", count: 20_000))\r\n\r\n"
            case .fields: "GET / HTTP/1.1\r\n\((1...200).map { "X\($0): a\r\n" }.joined())\r\n"
            }
        }
    }

    @Test(arguments: Excess.allCases)
    func `a head is bounded`(excess: Excess) async throws {
        try await RunningServer.run(TestResponder()) { server in
            let connection = try server.connection()
            try connection.send(excess.head)
            #expect(try await connection.response().status == 400)
            #expect(try await connection.rest() == "")
        }
    }

    @Test func `a request cut off in its body is refused`() async throws {
        try await RunningServer.run(TestResponder()) { server in
            let connection = try server.connection()
            try connection.send("POST / HTTP/1.1\r\nHost: walletd\r\nContent-Length: 10\r\n\r\nabc")
            connection.endSending()
            #expect(try await connection.response().status == 400)
        }
    }
}
