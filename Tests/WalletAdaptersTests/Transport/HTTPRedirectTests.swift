import Testing
import WalletAdapters
import WalletCore
import WalletTestSupport

struct HTTPRedirectTests {
    /// Answers the first request with a redirect, and the others with what they asked for.
    private func server(status: Int, location: @escaping @Sendable (Int) -> String?) throws -> LoopbackHTTPServer {
        try LoopbackHTTPServer { request, connection in
            if request.line.contains(" /start ") {
                let port = Int(request.headers["host"]?.split(separator: ":").last ?? "") ?? 0
                connection.answer(status: "\(status) Moved", headers: location(port).map { ["location: \($0)"] } ?? [])
            } else {
                connection.answer(body: Array(request.line.utf8))
            }
            return .keep
        }
    }

    private func answer(of server: LoopbackHTTPServer, method: HTTPRequest.Method = .get) async throws -> String {
        var request = HTTPRequest(try HTTPAddress(server.url("/start")), timeout: .seconds(60))
        request.method = method
        request.headers = [HTTPRequest.Header("authorization", "Bearer token")]
        request.body = method == .post ? [] : nil
        return String(decoding: try await withTransport { try await $0.answer(to: request).success() }, as: UTF8.self)
    }

    @Test(arguments: [301, 302, 303, 307, 308])
    func `a redirect within the origin is followed`(status: Int) async throws {
        #expect(try await answer(of: server(status: status) { _ in "/next?a=b" }) == "GET /next?a=b HTTP/1.1")
        let absolute = try server(status: status) { "http://127.0.0.1:\($0)/next" }
        #expect(try await answer(of: absolute) == "GET /next HTTP/1.1")
    }

    @Test func `a POST is repeated only where it stays a POST`() async throws {
        let kept = try await answer(of: server(status: 307) { _ in "/next" }, method: .post)
        #expect(kept == "POST /next HTTP/1.1")
        let failure = try await #require(throws: PortFailure.self) {
            try await answer(of: server(status: 302) { _ in "/next" }, method: .post)
        }
        #expect(failure.reason == .failed)
    }

    @Test func `nothing is sent to another origin`() async throws {
        let other = try LoopbackHTTPServer(body: "stolen")
        for (status, reason) in [(302, PortFailure.Reason.failed), (308, .misconfigured)] {
            for host in ["127.0.0.1", "localhost", "127.0.0.2"] {
                let server = try server(status: status) { _ in "http://\(host):\(other.port)/?token=secret" }
                let failure = try await #require(throws: PortFailure.self) { try await answer(of: server) }
                #expect(failure.reason == reason)
                #expect(failure.message.contains("http://\(host):\(other.port), where the request was not sent to"))
                #expect(!failure.message.contains("secret"))
            }
        }
        #expect(other.requests.isEmpty)
    }

    @Test(arguments: [
        "https://127.0.0.1/", "http://api.example/", "ftp://127.0.0.1/", "next", "//api.example/",
        "http://a@127.0.0.1/",
    ])
    func `other schemes and hosts are refused`(location: String) async throws {
        let failure = try await #require(throws: PortFailure.self) {
            try await answer(of: server(status: 302) { _ in location })
        }
        #expect(failure.reason == .failed)
    }

    @Test func `a redirect to nowhere is malformed, and a circle is left`() async throws {
        let nowhere = try await #require(throws: PortFailure.self) {
            try await answer(of: server(status: 302) { _ in nil })
        }
        #expect(nowhere.reason == .malformed)
        let circle = try server(status: 302) { _ in "/start" }
        let failure = try await #require(throws: PortFailure.self) { try await answer(of: circle) }
        #expect(failure.reason == .failed)
        #expect(circle.requests.count == 6)
    }
}
