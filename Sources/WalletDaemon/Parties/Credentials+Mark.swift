import WalletAdapters
import WalletCore

extension Credentials {
    /// The secret's bytes for a fingerprint; a mark where it cannot be read.
    func bytesOrMark(_ reference: SecretReference) -> [UInt8] {
        do throws(PortFailure) {
            return try secret(reference).bytes
        } catch {
            return Array("missing".utf8)
        }
    }
}
