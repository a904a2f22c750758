import WalletCore

/// Where somebody is paid over Lightning: `name@host` (LUD-16), or an `lnurl1…` (LUD-01).
///
/// It is the account of a destination, so nothing that fails quotes it.
struct LightningAddress {
    /// Where the payment is asked for.
    let service: HTTPAddress

    init(_ text: String) throws(PortFailure) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        do throws(HTTPAddressError) {
            switch parts.count {
            case 1: service = try Self.decoded(text)
            case 2 where Self.isName(parts[0]): service = try Self.wellKnown(parts[0], host: parts[1])
            default: throw HTTPAddressError.target
            }
        } catch {
            throw PortFailure(
                .misconfigured, "the account is not a Lightning address (name@host) or an lnurl: \(Self.cause(error))")
        }
    }

    /// Plain http goes to this machine only, which is where no certificate is to be had.
    private static func wellKnown(_ name: Substring, host: Substring) throws(HTTPAddressError) -> HTTPAddress {
        let path = "\(host)/.well-known/lnurlp/\(name)"
        guard !host.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }) else { throw .host }
        let address = try HTTPAddress("https://\(path)")
        return address.isLoopback ? try HTTPAddress("http://\(path)") : address
    }

    private static func decoded(_ text: String) throws(HTTPAddressError) -> HTTPAddress {
        guard let document = Bech32(text), document.prefix == "lnurl",
            let url = String(validating: Bech32.bytes(document.words), as: UTF8.self)
        else { throw .scheme }
        return try HTTPAddress(url)
    }

    private static func isName(_ name: Substring) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
                case _: "-_.+".utf8.contains(byte)
                }
            }
    }

    private static func cause(_ error: HTTPAddressError) -> String {
        switch error {
        case .scheme: "it is neither"
        case .target: "a name has small letters, digits and -_.+"
        case .userInformation, .host, .port, .fragment: "its host is no host"
        case .plainText: "plain http goes to this machine only"
        }
    }
}
