import HTTPTypes
import WalletAPI

extension ProblemCode {
    /// How HTTP says it.
    var status: HTTPResponse.Status {
        switch self {
        case .badRequest: .badRequest
        case .fromBrowser, .notPermitted: .forbidden
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .conflict, .changed, .held: .conflict
        case .keyReused: .unprocessableContent
        case .bodyTooLarge: .contentTooLarge
        case .quotaSpent: .tooManyRequests
        case .configRejected: .unprocessableContent
        case .unavailable: .serviceUnavailable
        case .internal: .internalServerError
        }
    }

    /// The same for every occurrence, as RFC 9457 wants it.
    var title: String {
        switch self {
        case .badRequest: "The request cannot be understood"
        case .fromBrowser: "Web pages may not call walletd"
        case .notPermitted: "Not permitted"
        case .notFound: "Not found"
        case .methodNotAllowed: "Not a method of this path"
        case .conflict: "It does not fit the present state"
        case .changed: "It is not what it was"
        case .held: "Something stands against it"
        case .keyReused: "The Idempotency-Key is that of another request"
        case .bodyTooLarge: "The body is too large"
        case .quotaSpent: "The quota is spent"
        case .configRejected: "The configuration was refused"
        case .unavailable: "Not possible at the moment"
        case .internal: "walletd failed"
        }
    }
}
