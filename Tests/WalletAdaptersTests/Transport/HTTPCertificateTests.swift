import NIOSSL
import Testing
import WalletAdapters
import WalletCore
import WalletTestSupport

struct HTTPCertificateTests {
    private let folder: TemporaryFolder
    private let openSSL: OpenSSL

    init() throws {
        folder = try TemporaryFolder()
        openSSL = OpenSSL(in: folder)
        try openSSL.makeAuthority("authority")
    }

    /// Asks for a file of the server, trusting the authority beside the system's.
    private func request(
        port: Int, host: String = "127.0.0.1", file: String = "answer?token=secret", trusting authority: String?
    ) throws -> HTTPRequest {
        var request = HTTPRequest(try HTTPAddress("https://\(host):\(port)/\(file)"), timeout: .seconds(60))
        if let authority { request.authorities = try NIOSSLCertificate.fromPEMFile(folder.path(of: authority)) }
        return request
    }

    private func failure(_ request: HTTPRequest) async throws -> PortFailure {
        try await #require(throws: PortFailure.self) {
            try await withTransport { try await $0.answer(to: request).success() }
        }
    }

    @Test(arguments: ["127.0.0.1", "localhost"])
    func `a certificate of a further authority is accepted`(host: String) async throws {
        try openSSL.makeServer("good", names: "DNS:localhost,IP:127.0.0.1", by: "authority")
        let server = try await OpenSSLServer(certificate: "good", in: folder, answer: "{}")
        let request = try request(port: server.port, host: host, file: "answer", trusting: "authority.pem")
        let body = try await withTransport { try await $0.answer(to: request).success() }
        #expect(body == Array("{}".utf8))
    }

    @Test func `a certificate of nobody known is refused`() async throws {
        try openSSL.makeServer("good", names: "IP:127.0.0.1", by: "authority")
        let server = try await OpenSSLServer(certificate: "good", in: folder, answer: "{}")
        let failure = try await failure(request(port: server.port, trusting: nil))
        #expect(failure.reason == .unreachable)
        #expect(failure.message.contains("certificate verify failed"))
        #expect(!failure.message.contains("secret"))
    }

    @Test func `a certificate for another name is refused`() async throws {
        try openSSL.makeServer("other", names: "DNS:other.example", by: "authority")
        let server = try await OpenSSLServer(certificate: "other", in: folder, answer: "{}")
        for host in ["127.0.0.1", "localhost"] {
            let failure = try await failure(request(port: server.port, host: host, trusting: "authority.pem"))
            #expect(failure.reason == .unreachable)
            #expect(failure.message.contains("certificate"))
        }
    }

    @Test func `a certificate that has expired is refused`() async throws {
        try openSSL.makeServer("old", names: "IP:127.0.0.1", by: "authority", days: -1)
        let server = try await OpenSSLServer(certificate: "old", in: folder, answer: "{}")
        let failure = try await failure(request(port: server.port, trusting: "authority.pem"))
        #expect(failure.reason == .unreachable)
        #expect(failure.message.contains("certificate"))
    }

    @Test func `a server without TLS is refused`() async throws {
        let server = try LoopbackHTTPServer { _, connection in
            connection.write("HTTP/1.1 200 OK\r\n\r\n")
            return .close
        }
        let failure = try await failure(request(port: server.port, trusting: nil))
        #expect(failure.reason == .unreachable)
        #expect(server.requests.isEmpty)
    }
}
