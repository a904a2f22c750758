import Testing
import WalletAdapters
import WalletCore
import WalletTestSupport

/// One transport with its threads for the time of a call.
func withTransport<Result>(_ body: (HTTPTransport) async throws -> Result) async rethrows -> Result {
    let threads = BlockingThreads()
    let transport = HTTPTransport(threads: threads) { Timestamp(milliseconds: 1_795_000_000_000) }
    do {
        let result = try await body(transport)
        await transport.shutDown()
        threads.shutDown()
        return result
    } catch {
        await transport.shutDown()
        threads.shutDown()
        throw error
    }
}

/// What a GET of the URL fails with.
func failure(_ url: String, timeout: Duration = .seconds(60)) async throws -> PortFailure? {
    let request = HTTPRequest(try HTTPAddress(url), timeout: timeout)
    return await #expect(throws: PortFailure.self) {
        try await withTransport { try await $0.answer(to: request).success() }
    }
}

struct HTTPTransportTests {
    @Test func `a request carries what it was given and little else`() async throws {
        let server = try LoopbackHTTPServer(body: "{}")
        var request = HTTPRequest(try HTTPAddress(server.url("/a%2Fb?c=d&e")), timeout: .seconds(60))
        request.method = .post
        request.body = Array("[1]".utf8)
        request.headers = [.init("Authorization", "Bearer token"), .init("Accept", "text/plain")]
        let answer = try await withTransport { try await $0.answer(to: request) }
        #expect(answer.status == 200)
        #expect(answer.body == Array("{}".utf8))
        let seen = try #require(server.requests.first)
        #expect(seen.line == "POST /a%2Fb?c=d&e HTTP/1.1")
        #expect(seen.body == Array("[1]".utf8))
        #expect(
            seen.headers == [
                "host": "127.0.0.1:\(server.port)", "authorization": "Bearer token", "accept": "text/plain",
                "accept-encoding": "identity", "content-type": "application/json", "content-length": "3",
                "user-agent": "walletd",
            ])
    }

    @Test func `a connection is used again`() async throws {
        let ports = try LoopbackHTTPServer { _, connection in
            connection.answer(body: Array("\(connection.id)".utf8))
            return .keep
        }
        let request = HTTPRequest(try HTTPAddress(ports.url()), timeout: .seconds(60))
        let answers = try await withTransport { transport in
            [try await transport.answer(to: request).body, try await transport.answer(to: request).body]
        }
        #expect(answers[0] == answers[1])
    }

    @Test func `this machine has several names`() async throws {
        let four = try LoopbackHTTPServer(body: "{}")
        let six = try LoopbackHTTPServer(on: .version6) { _, connection in
            connection.answer(body: Array("{}".utf8))
            return .close
        }
        for url in ["http://localhost:\(four.port)", "http://127.0.0.1:\(four.port)", "http://[::1]:\(six.port)"] {
            let request = HTTPRequest(try HTTPAddress(url), timeout: .seconds(60))
            #expect(try await withTransport { try await $0.answer(to: request).status } == 200)
        }
    }

    @Test(
        arguments: [
            ("401 Unauthorized", .refusedCredential), ("403 Forbidden", .refusedCredential), ("404 Not Found", .failed),
            ("400 Bad Request", .failed), ("429 Too Many Requests", .rateLimited), ("500 Oops", .failed),
            ("503 Later", .failed), ("304 Not Modified", .malformed), ("520 Strange", .failed),
            ("700 What", .malformed),
        ] as [(String, PortFailure.Reason)])
    func `a status is classified`(status: String, reason: PortFailure.Reason) async throws {
        let server = try LoopbackHTTPServer(status: status, body: "sorry, bearer abc is wrong")
        let failure = try await failure(server.url("/path?key=abc"))
        #expect(failure?.reason == reason)
        #expect(failure?.message.contains(status.prefix(3)) == true)
        #expect(failure?.message.contains("abc") == false)
        #expect(failure?.retryAfter == nil)
    }

    @Test(
        arguments: [
            (["retry-after: 120"], .seconds(120)),
            (["Retry-After: Sun, 22 Nov 2026 10:01:00 GMT", "Date: Sun, 22 Nov 2026 10:00:00 GMT"], .seconds(60)),
            (["retry-after: Wed, 18 Nov 2026 11:06:50 GMT"], .seconds(10)),
            (["retry-after: Sun, 06 Nov 1994 08:49:37 GMT"], .zero),
            (["retry-after: 99999999999999999999"], .seconds(30 * 86_400)),
            (["retry-after: soon"], nil), (["retry-after: -5"], nil), ([], nil),
        ] as [([String], Duration?)])
    func `a wait that the server asks for is reported`(headers: [String], wait: Duration?) async throws {
        for status in ["429 Too Many Requests", "503 Service Unavailable"] {
            let server = try LoopbackHTTPServer(status: status, headers: headers, body: "")
            #expect(try await failure(server.url())?.retryAfter == wait)
        }
    }
}
