import Glibc
import NIOCore
import NIOHTTP1

/// Why a call brought no answer of use.
package enum ClientError: Error, Equatable, Sendable {
    /// Nobody answers at the socket; why, in words.
    case unreachable(socket: String, cause: String)
    /// This user may not open the socket.
    case closedToUser(socket: String)
    /// The daemon answered that it will not.
    case refused(Refusal)
    /// What came is no answer of a daemon; what is wrong with it, in words.
    case malformed(String)
}

extension ClientError {
    /// What an error of the connection to a socket means.
    init(_ error: any Error, socket: String) {
        switch error {
        case let error as ClientError: self = error
        case let error as IOError where error.errnoCode == EACCES || error.errnoCode == EPERM:
            self = .closedToUser(socket: socket)
        case let error as IOError:
            self = .unreachable(socket: socket, cause: String(cString: strerror(error.errnoCode)))
        case HTTPParserError.invalidEOFState, ChannelError.inputClosed:
            self = .unreachable(socket: socket, cause: "the connection broke off")
        case is HTTPParserError: self = .malformed("it does not speak HTTP")
        case is SocketAddressError: self = .unreachable(socket: socket, cause: "the path is too long for a socket")
        case is ChannelError: self = .unreachable(socket: socket, cause: "it closed the connection without an answer")
        default: self = .unreachable(socket: socket, cause: "\(error)")
        }
    }

    /// Whether an error comes from the network library.
    static func isOfConnection(_ error: any Error) -> Bool {
        error is IOError || error is ChannelError || error is HTTPParserError || error is SocketAddressError
    }
}
