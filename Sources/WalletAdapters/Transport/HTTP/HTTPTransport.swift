import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL
package import WalletCore

/// The one HTTP client of all adapters.
///
/// TLS is always verified; plain http leaves for this machine only; redirects stay within the origin; size and time
/// are bounded; there are no cookies, no proxies and no second tries.
package final class HTTPTransport: Sendable {
    private let client: HTTPClient
    private let threads: BlockingThreads
    private let now: @Sendable () -> Timestamp

    /// The same as a plugin may print.
    static let bodyBytesMax = 1 << 20
    /// What fails says so in a sentence.
    private static let failureBytesMax = 64 << 10
    /// More are no way to an answer.
    private static let redirectsMax = 5

    package init(threads: BlockingThreads, now: @escaping @Sendable () -> Timestamp) {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: .seconds(10)), decompression: .disabled)
        configuration.httpVersion = .http1Only
        // Else a refused connection is tried again until the time-out, and is reported as one.
        configuration.connectionPool.retryConnectionEstablishment = false
        client = HTTPClient(configuration: configuration)
        self.threads = threads
        self.now = now
    }

    /// Must be called once, after the last request.
    package func shutDown() async {
        try? await client.shutdown()  // nothing is left that could fail usefully
    }

    /// The answer of the server, whatever its status; throws where there was none within the request's time-out.
    package func answer(to request: HTTPRequest) async throws(PortFailure) -> HTTPAnswer {
        let answer: HTTPAnswer?
        do {
            answer = try await Deadline(request.timeout).run { try await self.follow(request) }
        } catch let failure as PortFailure {
            throw failure.saying(failure.message)
        } catch {
            throw HTTPFailure.classify(error, server: request.address.shown)
        }
        guard let answer else {
            throw PortFailure(.timeout, "\(request.address.shown) did not answer within \(request.timeout.text)")
        }
        return answer
    }

    private func follow(_ request: HTTPRequest) async throws -> HTTPAnswer {
        try await checkLocalhost(request.address)
        var request = request
        for _ in 0...Self.redirectsMax {
            let response = try await client.execute(wireRequest(request), deadline: .distantFuture)
            guard request.redirects == .withinOrigin, let redirect = try HTTPRedirect(response, to: request.address)
            else { return try await read(response, to: request) }
            try redirect.apply(to: &request)
        }
        throw PortFailure(.failed, "\(request.address.shown) redirected more than \(Self.redirectsMax) times")
    }

    /// Plain http to `localhost` must not leave this machine because of what somebody wrote into a hosts file.
    private func checkLocalhost(_ address: HTTPAddress) async throws(PortFailure) {
        guard address.scheme == .http, address.isLocalhost else { return }
        let found = await threads.run { IPAddress.resolve("localhost") } ?? []
        guard found.allSatisfy(\.isLoopback) else {
            throw PortFailure(.misconfigured, "localhost resolves to another machine; plain http does not go there")
        }
    }

    private func read(_ response: HTTPClientResponse, to request: HTTPRequest) async throws -> HTTPAnswer {
        let server = request.address.shown
        let status = Int(response.status.code)
        var answer = HTTPAnswer(
            status: status, retryAfter: RetryAfter.read(response.headers, now: now()),
            location: response.headers.first(name: "location"), body: [], server: server)
        let isSuccess = (200...299).contains(status)
        // A body that is not read ends its connection.
        guard isSuccess || request.bodies == .all else { return answer }
        if let encoding = response.headers.first(name: "content-encoding"), encoding.lowercased() != "identity" {
            throw PortFailure(.malformed, "\(server) compressed its answer although it was asked not to")
        }
        let bytesMax = isSuccess ? Self.bodyBytesMax : Self.failureBytesMax
        do {
            let buffer = try await response.body.collect(upTo: bytesMax)
            answer.body = Array(buffer.readableBytesView)
        } catch is NIOTooManyBytesError where isSuccess {
            throw PortFailure(.tooLarge, "\(server) answered with more than \(bytesMax) bytes")
        } catch is NIOTooManyBytesError {
            return answer
        }
        return answer
    }

    private func wireRequest(_ request: HTTPRequest) -> HTTPClientRequest {
        var wire = HTTPClientRequest(url: request.address.url)
        wire.method = HTTPMethod(rawValue: request.method.rawValue)
        wire.headers = ["accept": "application/json", "accept-encoding": "identity", "user-agent": "walletd"]
        if request.body != nil { wire.headers.add(name: "content-type", value: "application/json") }
        for header in request.headers {
            wire.headers.replaceOrAdd(name: header.name, value: header.value)
        }
        wire.body = request.body.map { .bytes($0) }
        if request.address.scheme == .https {
            var tls = TLSConfiguration.makeClientConfiguration()
            tls.minimumTLSVersion = .tlsv12
            tls.additionalTrustRoots = request.authorities.isEmpty ? [] : [.certificates(request.authorities)]
            wire.tlsConfiguration = tls
        }
        return wire
    }
}
