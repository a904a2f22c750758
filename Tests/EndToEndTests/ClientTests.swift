import Glibc
import Testing
import WalletTestSupport

/// Clients that idle, that are slow, that never read: each is bounded, and the others are served.
@Suite(.timeLimit(.minutes(1)))
struct ClientTests {
    /// What clients may take altogether beside what walletd needs: far below what their sockets could hold.
    private static let memoryMax = 48 << 20

    @Test func `200 idle clients, slow ones and deaf ones hold nobody up, and memory stays bounded`() async throws {
        let home = try Home.watchingTransit()
        let daemon = try await home.start()
        let before = try daemon.residentBytes
        let idle = try (0..<200).map { _ in try RawClient(home.socket) }
        let slow = try RawClient(home.socket)
        try slow.send("G")
        let deaf = try (0..<20).map { _ in
            let client = try RawClient(home.socket)
            for _ in 0..<100 { try client.send("GET /v1/openapi.json HTTP/1.1\r\nhost: w\r\n\r\n") }
            return client
        }
        let deafFollower = try RawClient(home.socket)
        try deafFollower.send("GET /v1/events HTTP/1.1\r\nhost: w\r\naccept: text/event-stream\r\n\r\n")
        try slow.send("E")
        for amount in 1...100 {
            let status = try await home.walletctl("status").status
            guard status == 0 else {
                Issue.record("status \(status) at \(amount)")
                break
            }
            guard amount % 50 == 0 else { continue }
            #expect(try await home.walletctl("poll", "transit").status == 0)
        }
        try await daemon.announced("alert.firing")
        #expect(try daemon.residentBytes - before < Self.memoryMax)
        withExtendedLifetime((idle, slow, deaf, deafFollower)) {}
        #expect(try await daemon.stop() == 0)
    }

    @Test func `a client that never reads its stream of many events takes no memory`() async throws {
        let home = try Home.watchingTransit()
        #expect(try await home.start().stop() == 0)
        try await home.makeLargeHistory()
        let daemon = try await home.start()
        try await daemon.logged("number 20000")
        let before = try daemon.residentBytes
        let deaf = try (0..<50).map { _ in
            let client = try RawClient(home.socket)
            try client.send("GET /v1/events?after=0 HTTP/1.1\r\nhost: w\r\naccept: text/event-stream\r\n\r\n")
            return client
        }
        let follower = try home.follow()
        _ = try await follower.progress.first { progress in
            String(decoding: progress.output.suffix(500), as: UTF8.self).contains("config.loaded") ? true : nil
        }
        #expect(try daemon.residentBytes - before < Self.memoryMax)
        withExtendedLifetime(deaf) {}
        follower.signal(SIGTERM)
        #expect(try await daemon.stop() == 0)
    }

    @Test(arguments: [
        "GARBAGE\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
        "POST /v1/reload HTTP/1.1\r\nhost: w\r\ncontent-length: -1\r\n\r\n",
        "GET /v1/status HTTP/1.1\r\nhost: w\r\norigin: http://evil.example\r\n\r\n",
        "POST /v1/reload HTTP/1.1\r\nhost: w\r\ncontent-length: 99999999\r\n\r\n", "\u{0}\u{16}\u{3}\u{1}",
        "GET /v1/../../etc/passwd HTTP/1.1\r\nhost: w\r\n\r\n", "DELETE /v1/status HTTP/1.1\r\nhost: w\r\n\r\n",
        "GET /v1/holdings?limit=99999999999999999999 HTTP/1.1\r\nhost: w\r\n\r\n",
    ])
    func `what is no request gets an answer of 4xx or the end, and the next client is served`(request: String)
        async throws
    {
        let home = try Home.watchingTransit()
        let daemon = try await home.start()
        let client = try RawClient(home.socket)
        try client.send(request)
        client.endSending()
        let answer = try #require(await client.readToEnd())
        #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 4"), "\(answer)")
        #expect(try await home.walletctl("status").status == 0)
        #expect(try await daemon.stop() == 0)
    }

    @Test func `a thousand connections at once are not too many`() async throws {
        let home = try Home.watchingTransit()
        let daemon = try await home.start()
        let many = (0..<1000).compactMap { _ in try? RawClient(home.socket) }
        #expect(try await home.walletctl("status").status == 0)
        #expect(try await home.walletctl("poll", "transit").status == 0)
        try await daemon.announced("alert.firing")
        withExtendedLifetime(many) {}
        #expect(try await daemon.stop() == 0)
    }
}
