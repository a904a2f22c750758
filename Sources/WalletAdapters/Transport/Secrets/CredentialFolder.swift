import Glibc
import SystemPackage
import WalletCore

/// A private folder with copies of the credentials that one plugin may see, for one run.
///
/// Copies, because the service manager's folder holds the credentials of all the others too.
package struct CredentialFolder: Sendable {
    let path: String
    /// What the folder holds, to be kept out of messages.
    let secrets: [Secret]

    /// The folder of such folders within the runtime directory.
    private static func parent(in runtimeDirectory: String) -> String { "\(runtimeDirectory)/plugin-credentials" }

    init(
        for source: String, names: [String], from credentials: Credentials, in runtimeDirectory: String
    ) throws(PortFailure) {
        var files: [(name: String, bytes: [UInt8])] = []
        for name in names {
            files.append((name, try credentials.contents(ofCredential: name)))
        }
        do throws(Errno) {
            let parent = Self.parent(in: runtimeDirectory)
            try PrivateFolder.make(runtimeDirectory)
            try PrivateFolder.make(parent)
            path = try PrivateFolder.make("\(parent)/\(source).", holding: files)
        } catch {
            throw PortFailure(.failed, "the folder for the credentials of \(source) cannot be made: \(error)")
        }
        secrets = files.map { Secret($0.bytes) }
    }

    func remove() {
        PrivateFolder.remove(path)
    }

    /// Removes what a killed daemon left behind. For the start, before any plugin runs.
    package static func removeLeftovers(in runtimeDirectory: String) {
        let parent = parent(in: runtimeDirectory)
        for name in PrivateFolder.names(in: parent) {
            PrivateFolder.remove("\(parent)/\(name)")
        }
    }
}
