import Synchronization
import WalletTestSupport

/// Stands between walletd and the running LNbits, and passes everything on, but for what a test does to it.
final class LiveRelay: Sendable {
    enum Fate: Sendable {
        case passes
        /// It reaches LNbits, whose answer reaches nobody.
        case losesAnswer
        /// LNbits never hears of it.
        case answers(status: String, body: String)
    }

    let port: Int
    private let server: LoopbackHTTPServer

    /// `judge` gets each request with the number of payments that were asked for, that one included.
    init(
        _ lnbits: LiveLNbits, judge: @escaping @Sendable (LoopbackHTTPServer.Request, _ payments: Int) throws -> Fate
    ) throws {
        let payments = Counter()
        server = try LoopbackHTTPServer { request, connection in
            let count = request.isPayment ? payments.increase() : payments.value
            let passed = try? judge(request, count).carry(out: request, on: lnbits)  // like a network that broke
            if let passed { connection.write(passed) }
            return .close
        }
        port = server.port
    }

    /// The payments that were asked for, in their order.
    var payments: [[UInt8]] { server.requests.filter(\.isPayment).map(\.body) }

    private final class Counter: Sendable {
        private let count = Mutex(0)

        var value: Int { count.withLock { $0 } }

        func increase() -> Int {
            count.withLock { count in
                count += 1
                return count
            }
        }
    }
}

extension LoopbackHTTPServer.Request {
    var isPayment: Bool {
        line.hasPrefix("POST /api/v1/payments ") && String(decoding: body, as: UTF8.self).contains("\"external_id\"")
    }

    /// Asks what became of a payment.
    var isLookup: Bool {
        line.hasPrefix("GET /api/v1/payments/") && !line.contains("fee-reserve")
    }
}

extension LiveRelay.Fate {
    /// What the one who asked gets.
    fileprivate func carry(out request: LoopbackHTTPServer.Request, on lnbits: LiveLNbits) throws -> [UInt8]? {
        switch self {
        case .passes: return try Self.pass(request, on: lnbits)
        case .losesAnswer:
            _ = try Self.pass(request, on: lnbits)
            return nil
        case .answers(let status, let body):
            let lines = ["HTTP/1.1 \(status)", "content-length: \(body.utf8.count)", "connection: close"]
            return Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
        }
    }

    private static func pass(_ request: LoopbackHTTPServer.Request, on lnbits: LiveLNbits) throws -> [UInt8] {
        let kept = request.headers.filter { $0.key != "connection" && $0.key != "content-length" }
        let headers = kept.map { "\($0.key): \($0.value)" }.sorted()
        return try lnbits.exchange([request.line] + headers + ["connection: close"], request.body)
    }
}
