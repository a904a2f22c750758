import NIOSSL
import WalletCore

/// The certificates in a PEM file with further authorities.
enum Authorities {
    /// The bundle of a whole operating system is a quarter of this.
    private static let bytesMax = 1 << 20

    static func read(_ path: String) throws(PortFailure) -> [NIOSSLCertificate] {
        let name = "ca_file \(SafeText.excerpt(path))"
        let bytes: [UInt8]
        do {
            bytes = try RegularFile(opening: path, links: .followed).contents(bytesMax: bytesMax)
        } catch {
            throw PortFailure(.misconfigured, "\(name) \(error)")
        }
        do {
            let certificates = try NIOSSLCertificate.fromPEMBytes(bytes)
            guard !certificates.isEmpty else { throw PortFailure(.misconfigured, "\(name) holds no certificate") }
            return certificates
        } catch {
            throw PortFailure(.misconfigured, "\(name) holds no certificate in the PEM format")
        }
    }
}
