package import NIOSSL

/// One request of an adapter.
package struct HTTPRequest: Sendable {
    package enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
    }

    package struct Header: Sendable {
        package var name: String
        package var value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package enum Redirects: Sendable {
        case withinOrigin
        /// They are answers like any other.
        case none
    }

    /// Which answers are read to their end.
    package enum Bodies: Sendable {
        case ofSuccess
        /// For services that say in the body of a failure what failed.
        case all
    }

    package var address: HTTPAddress
    package var method: Method = .get
    package var headers: [Header] = []
    package var body: [UInt8]?
    /// Authorities that are trusted beside the system's.
    package var authorities: [NIOSSLCertificate] = []
    package var redirects = Redirects.withinOrigin
    package var bodies = Bodies.ofSuccess
    /// For everything together: resolving, connecting, redirects and the whole answer.
    package var timeout: Duration

    package init(_ address: HTTPAddress, timeout: Duration) {
        self.address = address
        self.timeout = timeout
    }
}
