import Glibc
import WalletTestSupport

@testable import walletctl

/// One run of walletctl within the test process, with what it wrote.
struct CommandLineRun {
    let status: Int32
    let output: String
    let errors: String

    /// The words are split at blanks; the socket is what `WALLETD_SOCKET` says, the folder where walletctl's own file is
    /// said to be, and the device is written to in place of a file whose text `output` is.
    init(
        _ words: String, socket: String = "", environment: [String: String] = [:], folder: String = "/nonexistent",
        writingTo device: String? = nil
    ) async throws {
        let files = try TemporaryFolder()
        let paths = [device ?? files.path(of: "output"), files.path(of: "errors")]
        let descriptors = paths.map { open($0, O_RDWR | O_CREAT | O_CLOEXEC, 0o600) }
        defer { descriptors.forEach { close($0) } }
        let program = Program(
            environment: ["WALLETD_SOCKET": socket, "PATH": "/nonexistent"].merging(environment) { $1 },
            folder: folder, output: Output(descriptor: descriptors[0]), errors: Output(descriptor: descriptors[1]),
            input: Input(descriptor: -1))
        status = await OwnThread.run { program.run(words.split(separator: " ").map(String.init)).code }
        output = device == nil ? try files.text(of: "output") : ""
        errors = try files.text(of: "errors")
    }
}
