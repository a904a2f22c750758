import JSON

/// An answer, taken apart.
struct RawResponse: Sendable {
    let status: Int
    /// By names in lower case.
    let headers: [String: String]
    var body = ""

    init?(head: String) {
        let lines = head.split(separator: "\r\n")
        guard let first = lines.first, first.hasPrefix("HTTP/1.1 "), let status = Int(first.split(separator: " ")[1])
        else { return nil }
        self.status = status
        let pairs = lines.dropFirst().map { line in
            let colon = line.firstIndex(of: ":") ?? line.endIndex
            return (line[..<colon].lowercased(), String(line[colon...].dropFirst().drop { $0 == " " }))
        }
        headers = Dictionary(pairs) { first, second in "\(first), \(second)" }
    }

    func json() throws -> JSONValue { try JSONValue.parse(Array(body.utf8)) }
}

extension RawConnection {
    /// Asks and reads the answer; the connection stays open for more.
    func ask(_ method: String, _ target: String, body: String? = nil, headers: [String] = []) async throws
        -> RawResponse
    {
        let length = body.map { ["Content-Length: \($0.utf8.count)"] } ?? []
        let lines = ["\(method) \(target) HTTP/1.1", "Host: walletd"] + headers + length
        try send(lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? ""))
        return method == "HEAD" ? try await head() : try await response()
    }

    func head() async throws -> RawResponse {
        guard let text = try await text(upTo: "\r\n\r\n"), let head = RawResponse(head: text) else { throw Ended() }
        return head
    }

    func response() async throws -> RawResponse {
        var response = try await head()
        response.body = try await text(bytes: Int(response.headers["content-length"] ?? "") ?? 0)
        return response
    }
}
