import ArgumentParser
import JSON
import WalletAPI
import WalletClient

struct BackupVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the daemon's database into a new file, while it runs.",
        discussion: """
            The copy is the database as of its last commit, whole and checked; the file is for its owner only, and \
            appears when it is complete. `-` writes it to standard output. `walletd --restore FILE` brings it back.

            Example: walletctl backup /mnt/usb/walletd-$(date +%F).db
            """)

    @Argument(help: "The new file, or `-`.", completion: .file())
    var file: String

    @OptionGroup
    var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let client = try session.client(patience: WalletClient.patienceForCopies)
        guard file != "-" else {
            guard session.traits.reader == .program else {
                throw Failure(.usage, "a database is not for a terminal", hints: ["walletctl backup - > FILE"])
            }
            try client.backUp { try session.print(raw: $0) }
            return .done
        }
        let bytes = try NewFile.write(to: file) { file in
            try client.backUp { try file.append($0) }
        }
        guard session.options.json else { return .done }
        try session.print(json: try JSONCoding.encode(Backup(path: file, bytes: bytes)))
        return .done
    }
}
