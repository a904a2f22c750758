/// Why a URL is refused. It quotes nothing of the URL but its host: the rest may hold what nobody should read.
package enum HTTPAddressError: Error, Equatable {
    case scheme
    case userInformation
    case host
    case port
    case target
    case fragment
    case plainText(host: String)
}

extension HTTPAddressError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .scheme: "a URL begins with https:// (or http:// for this machine)"
        case .userInformation: "a URL holds no user and password here; put them into a header as a credential"
        case .host: "the URL's host is neither a name in ASCII nor an IP address in its usual form"
        case .port: "the URL's port is not a number from 1 to 65535"
        case .target: "the URL's path or query holds a character that must be written as %XX"
        case .fragment: "the URL has a fragment (#…), which no server ever sees"
        case .plainText(let host): "plain http goes to this machine only (127.0.0.0/8, ::1, localhost), not to \(host)"
        }
    }
}
