import Glibc

/// An IP address in its usual form: four decimal numbers, or the text of RFC 4291.
enum IPAddress: Equatable {
    case version4([UInt8])
    case version6([UInt8])

    init?(_ text: String) {
        if let bytes = Self.bytes(text, family: AF_INET, count: 4) {
            self = .version4(bytes)
        } else if let bytes = Self.bytes(text, family: AF_INET6, count: 16) {
            self = .version6(bytes)
        } else {
            return nil
        }
    }

    /// 127.0.0.0/8 or ::1.
    var isLoopback: Bool {
        switch self {
        case .version4(let bytes): bytes[0] == 127
        case .version6(let bytes): bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1
        }
    }

    /// inet_pton(3) takes no shortened and no octal form of IPv4.
    private static func bytes(_ text: String, family: Int32, count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return inet_pton(family, text, &bytes) == 1 ? bytes : nil
    }
}

extension IPAddress {
    /// What the system's resolver says of a name; empty where it knows none. Blocks.
    static func resolve(_ name: String) -> [IPAddress] {
        var first: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(name, nil, nil, &first) == 0 else { return [] }
        defer { freeaddrinfo(first) }
        var found: [IPAddress] = []
        var next = first
        while let entry = next?.pointee {
            if let address = IPAddress(entry) { found.append(address) }
            next = entry.ai_next
        }
        return found
    }

    private init?(_ entry: addrinfo) {
        guard let address = entry.ai_addr else { return nil }
        switch entry.ai_family {
        case AF_INET:
            self = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { address in
                withUnsafeBytes(of: address.pointee.sin_addr) { .version4(Array($0)) }
            }
        case AF_INET6:
            self = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { address in
                withUnsafeBytes(of: address.pointee.sin6_addr) { .version6(Array($0)) }
            }
        default: return nil
        }
    }
}
