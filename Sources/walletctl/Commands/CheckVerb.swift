import ArgumentParser
import FoundationEssentials
import WalletAPI

struct CheckVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a configuration without the daemon.",
        discussion: """
            Every fault is printed as FILE:LINE:COLUMN: message; the exit code is 78 where there are any. Nothing is \
            changed and no daemon is asked: it is `walletd --check-config` that checks, the walletd beside walletctl \
            or else in $PATH. Without a file it checks the one that walletd would take.

            Example: walletctl check /etc/walletd/walletd.toml
            """)

    @Argument(help: "The file; the folder walletd.d beside it is read too.", completion: .file(extensions: ["toml"]))
    var file: String?

    @OptionGroup
    var global: GlobalOptions

    /// So many faults nobody reads; a walletd that writes more is broken.
    private static let reportBytesMax = 4 << 20

    func run(in session: Session) async throws -> ExitStatus {
        guard
            let path = ProgramSearch.path(of: "walletd", in: [session.folder], environment: session.environment)
        else { throw Failure(.refused, "walletd, which does the checking, is neither beside walletctl nor in $PATH") }
        let walletd = ChildProgram(path: path, environment: session.environment)
        let arguments = ["--check-config"] + (file.map { ["--config", $0] } ?? [])
        let code =
            global.json ? try await report(walletd, arguments, session) : try await session.run(walletd, arguments)
        guard let code else { throw Failure(.refused, "\(path) was ended by a signal") }
        return ExitStatus(code: code)
    }

    private func report(_ walletd: ChildProgram, _ arguments: [String], _ session: Session) async throws -> Int32? {
        let outcome = try await walletd.captured(arguments, bytesMax: Self.reportBytesMax)
        let lines = outcome.output.split(separator: "\n").map(String.init)
        let isSound = outcome.code == ExitStatus.done.code
        let report = CheckReport(faults: isSound ? [] : lines, warnings: isSound ? lines.filter(Self.hasPlace) : [])
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        try session.print(json: Array(try encoder.encode(report)))
        return outcome.code
    }

    /// Whether a line begins with FILE:LINE:COLUMN.
    private static func hasPlace(_ line: String) -> Bool {
        let numbers = line.split(separator: ": ").first?.split(separator: ":").dropFirst() ?? []
        return numbers.count == 2 && numbers.allSatisfy { Int($0) != nil }
    }
}
