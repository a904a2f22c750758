/// The first lines of an answer (RFC 9112).
struct HTTPHead {
    let status: Int
    /// In lower case, without parameters; `nil` where the answer names none.
    let mediaType: String?
    let framing: Framing

    /// Where the body ends.
    enum Framing: Equatable {
        case length(Int)
        case chunked
        case untilClose
    }

    /// From the lines up to the empty one.
    init(_ lines: [String]) throws(ClientError) {
        let status = lines.first.flatMap(Self.status)
        guard let status else { throw Self.noHTTP }
        self.status = status
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { throw Self.noHTTP }
            let value = line[line.index(after: colon)...].trimmed
            fields[line[..<colon].lowercased()] = value
        }
        mediaType = fields["content-type"].map { $0.prefix { $0 != ";" }.lowercased().trimmed }
        framing = try Self.framing(fields)
    }

    /// Whether the answer proper comes after this one.
    var isInterim: Bool { status < 200 }

    static func isStatusLine(_ line: String) -> Bool { status(line) != nil }

    static let noHTTP = ClientError.malformed("it does not speak HTTP")

    /// `HTTP/1.1 200 OK`
    private static func status(_ line: String) -> Int? {
        let parts = line.split(separator: " ", maxSplits: 2)
        guard parts.count >= 2, parts[0].hasPrefix("HTTP/1."), parts[1].utf8.count == 3 else { return nil }
        return Int(parts[1]).flatMap { (100...999).contains($0) ? $0 : nil }
    }

    private static func framing(_ fields: [String: String]) throws(ClientError) -> Framing {
        if let coding = fields["transfer-encoding"] {
            guard coding.lowercased() == "chunked" else { throw noHTTP }
            return .chunked
        }
        guard let text = fields["content-length"] else { return .untilClose }
        guard let length = Int(text), length >= 0, !text.hasPrefix("+") else { throw noHTTP }
        return .length(length)
    }
}

extension StringProtocol {
    /// Without the blanks and tabs around it.
    fileprivate var trimmed: String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
}
