import WalletCore

extension HTTPSourceDefinition.Header {
    /// What the client itself says, to frame its messages and to reach the right server.
    private static let reserved: Set<String> = [
        "accept-encoding", "connection", "content-length", "expect", "host", "keep-alive", "proxy-connection", "te",
        "trailer", "transfer-encoding", "upgrade",
    ]

    /// Why the header cannot be sent; `nil` where it can.
    package var refusal: String? {
        guard !name.isEmpty, name.utf8.allSatisfy(Self.isTokenByte) else {
            return "\"\(SafeText.excerpt(name))\" cannot be the name of a header"
        }
        guard !Self.reserved.contains(name.lowercased()) else {
            return "the header \(name) is set by the client itself"
        }
        let text =
            switch value {
            case .text(let text): text
            case .secret(_, let prefix): prefix
            }
        guard !text.utf8.contains(where: { $0 < 0x20 && $0 != UInt8(ascii: "\t") || $0 == 0x7F }) else {
            return "the header \(name) holds a control character"
        }
        return nil
    }

    /// `tchar` of RFC 9110 §5.6.2.
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
