import Glibc
import Synchronization
import WalletTestSupport

/// A server on a real Unix socket that answers what a test tells it to, also what no daemon would.
final class FakeDaemon: Sendable {
    struct Request: Sendable {
        /// `GET /v1/status`
        let line: String
        /// The head's lines and the body.
        let text: String
    }

    enum Reply: Sendable {
        case json(String)
        case problem(status: Int, String)
        /// Exactly these bytes; then the connection is closed.
        case raw(String)
        case silence
    }

    typealias Answer = @Sendable (_ request: Request, _ before: Int) -> Reply

    let socket: String
    private let folder: TemporaryFolder
    private let listener: Int32
    private let log = Mutex<[Request]>([])

    /// What was asked so far: method and target.
    var asked: [String] { requests.map(\.line) }
    var requests: [Request] { log.withLock { $0 } }

    /// Serves while the body runs. `answer` gets each request and how many there were before it.
    @discardableResult
    static func serving<Result>(
        _ answer: @escaping Answer, _ body: (FakeDaemon) async throws -> Result
    ) async throws -> Result {
        let daemon = try FakeDaemon()
        OwnThread.start { daemon.accept(answer) }
        // Wakes the accepting thread with an error, which close(2) alone would not.
        defer { shutdown(daemon.listener, Int32(SHUT_RDWR)) }
        return try await body(daemon)
    }

    private init() throws {
        folder = try TemporaryFolder()
        socket = folder.path(of: "walletd.sock")
        listener = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: socket.utf8) }
        let bound = withUnsafeBytes(of: address) { bytes in
            bytes.withMemoryRebound(to: sockaddr.self) { bind(listener, $0.baseAddress, socklen_t(bytes.count)) }
        }
        guard bound == 0, listen(listener, 64) == 0 else { throw NoSocket(code: errno) }
    }

    struct NoSocket: Error {
        let code: Int32
    }

    private func accept(_ answer: @escaping Answer) {
        defer { close(listener) }
        while true {
            let connection = Glibc.accept(listener, nil, nil)
            guard connection >= 0 else { return }
            OwnThread.start {
                self.serve(connection, answer)
                close(connection)
            }
        }
    }

    private func serve(_ connection: Int32, _ answer: Answer) {
        var text = ""
        while !Self.isWhole(text) {
            guard let bytes = Self.receive(connection) else { return }
            text += String(decoding: bytes, as: UTF8.self)
        }
        let line = text.prefix { $0 != "\r\n" }.split(separator: " ").prefix(2).joined(separator: " ")
        let request = Request(line: line, text: text)
        let before = log.withLock { log in
            log.append(request)
            return log.count - 1
        }
        if let reply = answer(request, before).bytes {
            Self.send(Array(reply.utf8), connection)
            shutdown(connection, Int32(SHUT_WR))
        }
        while Self.receive(connection) != nil {}
    }

    /// `nil` at the end of the connection.
    private static func receive(_ connection: Int32) -> ArraySlice<UInt8>? {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(connection, &buffer, buffer.count, 0)
        return count > 0 ? buffer[..<count] : nil
    }

    /// Up to where the client leaves.
    private static func send(_ bytes: [UInt8], _ connection: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    private static func isWhole(_ text: String) -> Bool {
        guard let end = text.firstRange(of: "\r\n\r\n") else { return false }
        let length = text.split(separator: "\r\n").compactMap { line in
            line.lowercased().hasPrefix("content-length: ") ? Int(line.dropFirst(16)) : nil
        }
        return text[end.upperBound...].utf8.count >= length.first ?? 0
    }
}

extension FakeDaemon.Reply {
    /// `nil` where nothing is to be answered.
    fileprivate var bytes: String? {
        switch self {
        case .json(let body): Self.answer("200 OK", "application/json", body)
        case .problem(let status, let body): Self.answer("\(status) No", "application/problem+json", body)
        case .raw(let bytes): bytes
        case .silence: nil
        }
    }

    private static func answer(_ status: String, _ type: String, _ body: String) -> String {
        "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }
}
