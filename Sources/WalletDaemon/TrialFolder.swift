import FoundationEssentials
import Glibc
import WalletAdapters

/// The folders of a trial: private, new, and gone after it.
struct TrialFolder {
    private let path: String

    init(account: String) throws(TrialFailure) {
        var template = Array("\(FileManager.default.temporaryDirectory.path)/walletd-trial.XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw TrialFailure("no folder for the trial can be made: \(String(cString: strerror(errno)))")
        }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        let file = open(accountPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        let bytes = Array(account.utf8)
        let isWritten = file >= 0 && write(file, bytes, bytes.count) == bytes.count
        if file >= 0 { close(file) }
        guard isWritten else {
            remove()
            throw TrialFailure("the account cannot be written to \(accountPath)")
        }
    }

    private var accountPath: String { "\(path)/account" }

    /// Where the account stands, as a destination has it.
    var account: SecretReference { .file(accountPath) }

    /// The plugin sees no credentials but those it finds by itself.
    var directories: AdapterDirectories { AdapterDirectories(state: path, runtime: path, credentials: nil) }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)  // what is left is private, and of no daemon
    }
}
