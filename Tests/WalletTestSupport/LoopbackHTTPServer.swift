import Glibc
import Synchronization

/// A real HTTP server on 127.0.0.1 or ::1 that answers exactly the bytes it is told to, also wrong ones.
///
/// It serves each connection on a thread of its own, until the handler returns `.close` or the peer leaves, and it serves
/// until ``stop()`` or the end of the process: nothing that a test still asks for goes away with its last mention.
package final class LoopbackHTTPServer: Sendable {
    package enum Family: Sendable {
        case version4
        case version6
    }

    /// What becomes of the connection after an answer.
    package enum Then: Sendable {
        case keep
        case close
    }

    package struct Request: Sendable {
        package let line: String
        /// Names in lower case.
        package let headers: [String: String]
        package let body: [UInt8]
    }

    package typealias Handler = @Sendable (Request, LoopbackConnection) -> Then

    package let port: Int
    private let listener: Int32
    private let log: Log

    private final class Log: Sendable {
        let requests = Mutex<[Request]>([])
    }

    /// What was asked so far.
    package var requests: [Request] { log.requests.withLock { $0 } }

    package init(on family: Family = .version4, _ handler: @escaping Handler) throws {
        (listener, port) = try Self.listen(family)
        log = Log()
        OwnThread.start { [listener, log] in
            while true {
                let socket = accept(listener, nil, nil)
                guard socket >= 0 else { return }
                OwnThread.start {
                    Self.serve(LoopbackConnection(socket: socket), log, handler)
                }
            }
        }
    }

    /// Listens no more. Nobody may get the port again at once, or a later request would reach a stranger.
    package func stop() {
        // Wakes the accepting thread with an error, which close(2) alone would not.
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private static func serve(_ connection: LoopbackConnection, _ log: Log, _ handler: Handler) {
        defer { connection.end() }
        while let request = connection.readRequest() {
            log.requests.withLock { $0.append(request) }
            guard handler(request, connection) == .keep else { return }
        }
    }
}

extension LoopbackHTTPServer {
    /// A server that gives everyone the same answer and keeps the connection.
    package convenience init(status: String = "200 OK", headers: [String] = [], body: String) throws {
        try self.init { _, connection in
            connection.answer(status: status, headers: headers, body: Array(body.utf8))
            return .keep
        }
    }

    package func url(_ target: String = "/") -> String { "http://127.0.0.1:\(port)\(target)" }

    private static func listen(_ family: Family) throws -> (socket: Int32, port: Int) {
        let domain = family == .version4 ? AF_INET : AF_INET6
        let listener = socket(domain, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard listener >= 0 else { throw LoopbackError(number: errno) }
        var four = sockaddr_in()
        four.sin_family = sa_family_t(AF_INET)
        four.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var six = sockaddr_in6()
        six.sin6_family = sa_family_t(AF_INET6)
        six.sin6_addr = in6addr_loopback
        let bound = family == .version4 ? bind(listener, to: &four) : bind(listener, to: &six)
        guard bound == 0, Glibc.listen(listener, 128) == 0 else { throw LoopbackError(number: errno) }
        return (listener, family == .version4 ? Int(four.sin_port.bigEndian) : Int(six.sin6_port.bigEndian))
    }

    /// Binds and replaces the address by the one that was given, with its port.
    private static func bind<Address>(_ listener: Int32, to address: inout Address) -> Int32 {
        var length = socklen_t(MemoryLayout<Address>.size)
        return withUnsafeMutableBytes(of: &address) { bytes in
            guard let base = bytes.baseAddress else { return -1 }
            let generic = base.assumingMemoryBound(to: sockaddr.self)
            let bound = Glibc.bind(listener, generic, length)
            return bound == 0 ? getsockname(listener, generic, &length) : bound
        }
    }
}

package struct LoopbackError: Error {
    package let number: Int32
}
