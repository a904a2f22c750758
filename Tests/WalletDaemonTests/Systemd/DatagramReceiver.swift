import Glibc
import WalletTestSupport

/// The other end of a datagram socket: a journal, or a service manager.
final class DatagramReceiver: Sendable {
    struct Datagram: Sendable {
        let bytes: [UInt8]
        /// Came as a sealed memory file.
        let isFile: Bool
    }

    let path: String
    private let descriptor: Int32

    init(in folder: TemporaryFolder) throws {
        path = folder.path(of: "receiver")
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0 else { throw ReceiverError(number: errno) }
    }

    deinit {
        close(descriptor)
    }

    /// The next datagram; waits for it a minute at most.
    func receive() throws -> Datagram {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&request, 1, 60_000) == 1 else { throw ReceiverError(number: ETIMEDOUT) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        var control = [UInt8](repeating: 0, count: 64)
        let (count, controlCount) = buffer.withUnsafeMutableBytes { body in
            control.withUnsafeMutableBytes { extra in
                var part = iovec(iov_base: body.baseAddress, iov_len: body.count)
                return withUnsafeMutablePointer(to: &part) { parts in
                    var message = msghdr()
                    message.msg_iov = parts
                    message.msg_iovlen = 1
                    message.msg_control = extra.baseAddress
                    message.msg_controllen = extra.count
                    let count = recvmsg(descriptor, &message, 0)
                    return (count, message.msg_controllen)
                }
            }
        }
        guard count >= 0 else { throw ReceiverError(number: errno) }
        guard controlCount > 0 else { return Datagram(bytes: Array(buffer[..<count]), isFile: false) }
        // After a header of a length, a level and a type (cmsg(3)) comes the descriptor.
        let file = control[16..<20].withUnsafeBytes { $0.loadUnaligned(as: Int32.self) }
        defer { close(file) }
        return Datagram(bytes: try contents(of: file), isFile: true)
    }

    private func contents(of file: Int32) throws -> [UInt8] {
        var status = stat()
        guard fstat(file, &status) == 0 else { throw ReceiverError(number: errno) }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        guard pread(file, &bytes, bytes.count, 0) == bytes.count else { throw ReceiverError(number: errno) }
        // A journal that maps it must not see it change.
        guard pwrite(file, &bytes, 1, 0) < 0, errno == EPERM else { throw ReceiverError(number: EINVAL) }
        return bytes
    }
}

struct ReceiverError: Error {
    let number: Int32
}
