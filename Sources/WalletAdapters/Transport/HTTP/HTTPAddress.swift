/// Where a request goes: the parts of a URL of scheme http or https (RFC 3986), read strictly.
///
/// Strictly, so that no two readers can take the same text for different hosts: ASCII only, no user information, no
/// fragment. Plain http goes to this machine alone.
package struct HTTPAddress: Equatable, Sendable {
    package enum Scheme: String, Sendable {
        case http
        case https

        var defaultPort: Int {
            switch self {
            case .http: 80
            case .https: 443
            }
        }
    }

    package let scheme: Scheme
    /// In lower case; an IPv6 address without its brackets.
    let host: String
    let port: Int
    /// Path and query as they go into the request line.
    let target: String

    /// Requests to the same origin may share connections, credentials and limits: `https://api.example:443`.
    package var origin: String { "\(scheme.rawValue)://\(bracketedHost):\(port)" }

    /// For messages: nothing but the origin, because a path or a query may hold what nobody should read.
    var shown: String { port == scheme.defaultPort ? "\(scheme.rawValue)://\(bracketedHost)" : origin }

    var url: String { origin + target }

    private var bracketedHost: String { host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host }

    package init(_ text: String) throws(HTTPAddressError) {
        var rest = text[...]
        scheme = try Self.takeScheme(&rest)
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        (host, port) = try Self.hostAndPort(authority, scheme: scheme)
        target = try Self.checkedTarget(rest.dropFirst(authority.count))
        if scheme == .http, !isLoopback { throw .plainText(host: host) }
    }

    /// Whether the host is this machine by its notation. `localhost` needs a look at what it resolves to.
    var isLoopback: Bool { isLocalhost || IPAddress(host)?.isLoopback == true }

    var isLocalhost: Bool { host == "localhost" }
}

extension HTTPAddress {
    private static func takeScheme(_ text: inout Substring) throws(HTTPAddressError) -> Scheme {
        guard let end = text.firstIndex(of: ":"), let scheme = Scheme(rawValue: text[..<end].lowercased()) else {
            throw .scheme
        }
        text = text[text.index(after: end)...]
        guard text.hasPrefix("//") else { throw .scheme }
        text = text.dropFirst(2)
        return scheme
    }

    private static func hostAndPort(
        _ authority: Substring, scheme: Scheme
    ) throws(HTTPAddressError) -> (host: String, port: Int) {
        guard !authority.utf8.contains(UInt8(ascii: "@")) else { throw .userInformation }
        let host: Substring
        let rest: Substring
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            host = authority[..<end].dropFirst()
            rest = authority[end...].dropFirst()
            guard case .version6? = IPAddress(String(host)) else { throw .host }
        } else {
            host = authority.prefix { $0 != ":" }
            rest = authority[host.endIndex...]
            guard isName(host) else { throw .host }
        }
        return (host.lowercased(), try port(rest) ?? scheme.defaultPort)
    }

    /// Reads `:PORT`, or nothing.
    private static func port(_ text: Substring) throws(HTTPAddressError) -> Int? {
        guard let first = text.first else { return nil }
        let digits = text.dropFirst()
        guard first == ":", (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy(isDigit),
            let port = Int(digits), (1...65535).contains(port)
        else { throw .port }
        return port
    }

    /// A name of RFC 1123 (with the underscores that some services have), or an IPv4 address in its usual form. Names
    /// that end in a number are refused: a resolver would take some of them for an address in an unusual form.
    private static func isName(_ host: Substring) -> Bool {
        let labels = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard host.utf8.count <= 253, let last = labels.last else { return false }
        let isFormed = labels.allSatisfy { label in
            (1...63).contains(label.count)
                && label.allSatisfy {
                    isDigit($0) || isLetter($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
                }
        }
        guard isFormed else { return false }
        let endsInNumber = last.allSatisfy(isDigit) || last.starts(with: "0x".utf8) || last.starts(with: "0X".utf8)
        return !endsInNumber || IPAddress(String(host)) != nil
    }

    /// Checks path and query, of which either may be missing.
    private static func checkedTarget(_ text: Substring) throws(HTTPAddressError) -> String {
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "#"): throw .fragment
            case UInt8(ascii: "%"):
                guard bytes.dropFirst(index + 1).prefix(2).filter(isHexDigit).count == 2 else { throw .target }
            case let byte where !(0x21...0x7E).contains(byte) || #""<>\^`{|}"#.utf8.contains(byte): throw .target
            case _: continue
            }
        }
        return bytes.first == UInt8(ascii: "/") ? String(text) : "/\(text)"
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }
}

extension HTTPAddress {
    /// The address that a `Location` names: a whole URL, or a path on the same origin. A path relative to this one's is
    /// refused: no service of balances sends it.
    func resolve(_ location: String) throws(HTTPAddressError) -> HTTPAddress {
        if location.hasPrefix("//") { return try HTTPAddress("\(scheme.rawValue):\(location)") }
        return try HTTPAddress(location.hasPrefix("/") ? origin + location : location)
    }
}
