import CLinux
import Glibc

/// Sends datagrams to one Unix socket: how systemd and its journal are spoken to.
struct DatagramSocket: Sendable {
    private let descriptor: CInt
    private let address: sockaddr_un
    private let addressLength: socklen_t

    /// `path` is absolute, or `@name` for the abstract namespace; `nil` where it is neither or no descriptor is left.
    init?(path: String) {
        var bytes = Array(path.utf8)
        guard let first = bytes.first, first == UInt8(ascii: "/") || first == UInt8(ascii: "@") else { return nil }
        let isAbstract = first == UInt8(ascii: "@")
        if isAbstract { bytes[0] = 0 }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        descriptor = socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        self.address = address
        addressLength = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count + (isAbstract ? 0 : 1))
    }

    /// How a datagram went.
    enum Outcome: Equatable, Sendable {
        case sent
        /// The receiver's queue is full: try again later.
        case full
        /// Too large for a datagram.
        case tooLarge
        /// `errno`.
        case failed(CInt)
    }

    /// Never blocks: the receiver may be slow or gone.
    func send(_ bytes: [UInt8]) -> Outcome { send(bytes, passing: nil) }

    /// Sends bytes of any size as a sealed memory file, the way the journal takes large entries.
    func sendAsFile(_ bytes: [UInt8]) -> Outcome {
        let file = bytes.withUnsafeBytes { clinux_memfd("journal-entry", $0.baseAddress, $0.count, CLINUX_SEALED) }
        guard file >= 0 else { return .failed(errno) }
        defer { close(file) }
        return send([], passing: file)
    }

    private func send(_ bytes: [UInt8], passing file: CInt?) -> Outcome {
        var address = address
        let result = withUnsafeMutablePointer(to: &address) { name in
            bytes.withUnsafeBytes { body in
                clinux_send(descriptor, name, addressLength, body.baseAddress, body.count, file ?? -1)
            }
        }
        guard result < 0 else { return .sent }
        switch errno {
        case EAGAIN, ENOBUFS: return .full
        case EMSGSIZE: return .tooLarge
        default: return .failed(errno)
        }
    }
}
