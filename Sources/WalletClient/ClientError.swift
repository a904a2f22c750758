import Glibc

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
    /// What an error number of the system means that came from a socket.
    init(code: Int32, socket: String) {
        switch code {
        case EACCES, EPERM: self = .closedToUser(socket: socket)
        case EAGAIN: self = .unreachable(socket: socket, cause: "too many others wait for it")
        default: self = .unreachable(socket: socket, cause: String(cString: strerror(code)))
        }
    }
}
