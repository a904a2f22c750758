import Glibc
package import WalletCore

/// Finds the secrets that a configuration names. Nothing is cached: a changed file counts from the next use on.
package struct Credentials: Sendable {
    private let directory: String?

    /// A password, token or key is far smaller.
    package static let bytesMax = 64 << 10

    /// `directory` is `$CREDENTIALS_DIRECTORY`, where the service manager gave one.
    package init(directory: String?) {
        self.directory = directory
    }

    /// The secret without the line break at its end; an empty one is refused.
    package func secret(_ reference: SecretReference) throws(PortFailure) -> Secret {
        let bytes =
            switch reference {
            case .credential(let name): try contents(ofCredential: name)
            case .file(let path): try contents(ofFile: path)
            }
        let end = bytes.lastIndex { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        guard let end else { throw PortFailure(.misconfigured, "\(reference) is empty") }
        return Secret(Array(bytes[...end]))
    }

    /// A credential exactly as the service manager stores it.
    ///
    /// Who may read that folder is the service manager's affair, and its access lists make group bits appear.
    func contents(ofCredential name: String) throws(PortFailure) -> [UInt8] {
        guard Self.isName(name) else {
            throw PortFailure(
                .misconfigured,
                "\"\(SafeText.excerpt(name))\" cannot name a credential: no \"/\", and no \".\" in front")
        }
        guard let directory else {
            throw PortFailure(
                .misconfigured,
                "credential \(name) is missing: walletd was started without $CREDENTIALS_DIRECTORY; "
                    + Self.remedy(name))
        }
        do {
            return try RegularFile(opening: "\(directory)/\(name)", links: .followed).contents(bytesMax: Self.bytesMax)
        } catch .absent {
            throw PortFailure(.misconfigured, "credential \(name) is missing; " + Self.remedy(name))
        } catch {
            throw PortFailure(.misconfigured, "credential \(name) \(error)")
        }
    }

    private func contents(ofFile path: String) throws(PortFailure) -> [UInt8] {
        do throws(RegularFileError) {
            let file = try RegularFile(opening: path, links: .refused)
            try file.checkPrivate(to: geteuid())
            return try file.contents(bytesMax: Self.bytesMax)
        } catch {
            throw PortFailure(.misconfigured, "\(SecretReference.file(path)) \(error)")
        }
    }

    /// What may stand before and after `LoadCredential=`'s colon, as systemd.exec(5) has it.
    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 255 && name.utf8.first != UInt8(ascii: ".")
            && !name.utf8.contains { $0 == UInt8(ascii: "/") || $0 < 0x20 || $0 == 0x7F }
    }

    private static func remedy(_ name: String) -> String {
        "add LoadCredential=\(name):/path/to/it to walletd.service and restart it"
    }
}
