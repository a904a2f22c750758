import Glibc
import JSON
import Testing
import WalletAdapters
import WalletCore
import WalletTestSupport

/// What an `http` source asks, and what it says when its configuration or its secrets are wrong.
struct HTTPRequestTests {
    private let bench: SourceBench

    init() throws {
        bench = try SourceBench()
        mkdir(bench.folder.path(of: "credentials"), 0o700)
        try bench.folder.write("credentials/token", "hush\n")
        try bench.folder.write("credentials/lines", "hush\nhush\n")
    }

    private func definition(_ url: String) throws -> HTTPSourceDefinition {
        HTTPSourceDefinition(
            url: url, account: .value("main"), asset: .value("KRW"), available: .pointer(try JSONPointer("/balance")))
    }

    private func failure(
        _ url: String, _ change: (inout HTTPSourceDefinition) -> Void = { _ in }
    ) async throws -> PortFailure {
        var definition = try definition(url)
        change(&definition)
        let failure = try await #require(throws: PortFailure.self) { try await bench.read(.http(definition)) }
        #expect(!failure.message.contains("hush"))
        return failure
    }

    @Test func `headers carry secrets, with a prefix`() async throws {
        let server = try LoopbackHTTPServer(body: #"{"balance":1}"#)
        let file = try bench.folder.write("key", "hush file")
        var definition = try definition(server.url("/v1?a=b"))
        definition.method = .post
        definition.body = #"{"query":"wallets"}"#
        definition.headers = [
            .init(name: "Authorization", value: .secret(.credential("token"), prefix: "Bearer ")),
            .init(name: "X-Key", value: .secret(.file(file), prefix: "")), .init(name: "X-Plain", value: .text("yes")),
        ]
        let reading = try await bench.read(.http(definition))
        #expect(try reading.balances == [Balance(account: "main", available: bench.amount("1 KRW"))])
        let seen = try #require(server.requests.first)
        #expect(seen.line == "POST /v1?a=b HTTP/1.1")
        #expect(seen.body == Array(#"{"query":"wallets"}"#.utf8))
        #expect(seen.headers["authorization"] == "Bearer hush")
        #expect(seen.headers["x-key"] == "hush file")
        #expect(seen.headers["x-plain"] == "yes")
        #expect(SourceDefinition.http(definition).secrets == [.credential("token"), .file(file)])
        #expect(SourceDefinition.http(definition).host == "http://127.0.0.1:\(server.port)")
    }

    @Test func `a refused credential is not quoted`() async throws {
        let server = try LoopbackHTTPServer(status: "401 No", headers: ["x: hush"], body: "hush is wrong")
        let failure = try await failure(server.url("/?key=hush")) { definition in
            definition.headers = [.init(name: "Authorization", value: .secret(.credential("token"), prefix: ""))]
        }
        #expect(failure.reason == .refusedCredential)
    }

    @Test(arguments: ["http://api.example/?k=hush", "https://hush:hush@api.example", "hush", "https://a/#hush"])
    func `a wrong URL is misconfigured and not quoted`(url: String) async throws {
        #expect(try await failure(url).reason == .misconfigured)
        #expect(try SourceDefinition.http(definition(url)).host == nil)
    }

    @Test func `a secret that no header can carry is misconfigured`() async throws {
        for name in ["absent", "lines"] {
            let failure = try await failure("https://walletd-test.invalid") { definition in
                definition.headers = [.init(name: "X-Key", value: .secret(.credential(name), prefix: ""))]
            }
            #expect(failure.reason == .misconfigured)
            #expect(failure.message.hasPrefix("credential \(name) "))
        }
    }

    @Test(
        arguments: [
            ("Host", "a"), ("content-length", "1"), ("Transfer-Encoding", "chunked"), ("X Y", "a"), ("", "a"),
            ("X-Key", "a\r\nX-Other: b"), ("X:", "a"), ("Accept-Encoding", "gzip"),
        ])
    func `a header that would break the request is misconfigured`(name: String, value: String) async throws {
        let failure = try await failure("https://walletd-test.invalid") { definition in
            definition.headers = [.init(name: name, value: .text(value))]
        }
        #expect(failure.reason == .misconfigured)
    }

    @Test func `a ca_file without certificates is misconfigured`() async throws {
        let paths = [bench.folder.path(of: "absent"), bench.folder.path, try bench.folder.write("text", "no PEM")]
        for path in paths {
            let failure = try await failure("https://walletd-test.invalid") { $0.caFile = path }
            #expect(failure.reason == .misconfigured)
            #expect(failure.message.hasPrefix("ca_file \(path) "))
        }
    }
}
