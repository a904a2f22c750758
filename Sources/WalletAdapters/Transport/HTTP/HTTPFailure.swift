import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import SystemPackage
import WalletCore

/// What the errors of the HTTP library mean. A message names the server and never the rest of the URL.
enum HTTPFailure {
    static func classify(_ error: any Error, server: String) -> PortFailure {
        switch error {
        case let error as NIOConnectionError: unreachable(error, server: server)
        case let error as NIOSSLError: certificate(cause(error), server: server)
        case is NIOSSLExtraError: certificate("its certificate is for another name", server: server)
        case let error as HTTPClientError: client(error, server: server)
        case HTTPParserError.invalidEOFState: closedEarly(server)
        case is HTTPParserError: PortFailure(.malformed, "\(server) did not answer in HTTP")
        case let error as IOError: broken(error, server: server)
        case is ChannelError: unreachable(server, "it could not be opened")
        case is CancellationError: PortFailure(.failed, "the request to \(server) was cancelled")
        default: PortFailure(.failed, "the request to \(server) failed")
        }
    }

    private static func unreachable(_ error: NIOConnectionError, server: String) -> PortFailure {
        guard let first = error.connectionErrors.first else {
            return PortFailure(.unreachable, "the name of \(server) does not resolve; is there a network?")
        }
        guard let cause = first.error as? IOError else { return unreachable(server, "it took too long") }
        return unreachable(server, "\(Errno(rawValue: cause.errnoCode))")
    }

    private static func broken(_ error: IOError, server: String) -> PortFailure {
        let cause = Errno(rawValue: error.errnoCode)
        return switch cause {
        case .connectionRefused, .noRouteToHost, .networkUnreachable, .networkDown, .hostIsDown, .timedOut,
            .addressNotAvailable:
            unreachable(server, "\(cause)")
        default:  // any other number of errno(3)
            PortFailure(.failed, "the connection to \(server) broke: \(cause)")
        }
    }

    private static func unreachable(_ server: String, _ cause: String) -> PortFailure {
        PortFailure(.unreachable, "there is no connection to \(server): \(cause)")
    }

    private static func closedEarly(_ server: String) -> PortFailure {
        PortFailure(.failed, "\(server) closed the connection before its answer was complete")
    }

    /// Not `misconfigured`, because an expired certificate is renewed by its owner, and not `refusedCredential`, because
    /// nothing was sent.
    private static func certificate(_ cause: String, server: String) -> PortFailure {
        PortFailure(
            .unreachable,
            "\(server) did not prove by a certificate who it is: \(cause) (a private authority is named in ca_file)")
    }

    /// The library gives its reasons as text only, like `error:1000007d:SSL routines:OPENSSL_internal:REASON at FILE:LINE`.
    private static func cause(_ error: NIOSSLError) -> String {
        guard case .handshakeFailed(.sslError(let stack)) = error, let last = stack.last else {
            return "the handshake failed"
        }
        let reason = last.description.prefix { $0 != "/" }.split(separator: ":").last ?? ""
        let words = reason.split { $0 == "_" || $0 == " " }.map { $0.lowercased() }.filter { $0 != "at" }
        return SafeText.excerpt(words.joined(separator: " "))
    }

    private static func client(_ error: HTTPClientError, server: String) -> PortFailure {
        switch error {
        case .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout:
            unreachable(server, "it took too long")
        case .deadlineExceeded, .readTimeout, .writeTimeout:
            PortFailure(.timeout, "\(server) did not answer in time")
        case .remoteConnectionClosed, .uncleanShutdown: closedEarly(server)
        case .cancelled: PortFailure(.failed, "the request to \(server) was cancelled")
        default:  // the library may add codes
            PortFailure(.failed, "the request to \(server) failed: \(error.shortDescription)")
        }
    }
}
