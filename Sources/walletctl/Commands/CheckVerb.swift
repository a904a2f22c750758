import ArgumentParser
import JSON
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
    /// Reading files takes milliseconds; a file on a network that hangs must not hang this for ever.
    private static let secondsMax = 60

    func run(in session: Session) throws -> ExitStatus {
        guard
            let path = ProgramSearch.path(of: "walletd", in: [session.folder], environment: session.environment)
        else { throw Failure(.refused, "walletd, which does the checking, is neither beside walletctl nor in $PATH") }
        let walletd = ChildProgram(path: path, environment: session.environment)
        let arguments = ["--check-config"] + (file.map { ["--config", $0] } ?? [])
        let code =
            global.json ? try report(walletd, arguments, session) : try session.run(walletd, arguments)
        guard let code else { throw Failure(.refused, "\(path) was ended by a signal") }
        return ExitStatus(code: code)
    }

    private func report(_ walletd: ChildProgram, _ arguments: [String], _ session: Session) throws -> Int32? {
        let outcome = try walletd.captured(
            arguments, bytesMax: Self.reportBytesMax, seconds: Self.secondsMax)
        let lines = outcome.output.split(separator: "\n").map(String.init)
        let warnings = lines.compactMap(Self.warning)
        let faults = outcome.code == ExitStatus.done.code ? [] : lines.filter { Self.warning($0) == nil }
        let report = CheckReport(faults: faults, warnings: warnings)
        try session.print(json: try JSONCoding.encode(report))
        return outcome.code
    }

    /// `FILE:LINE:COLUMN: message` out of `FILE:LINE:COLUMN: warning: message`, `nil` for any other line.
    private static func warning(_ line: String) -> String? {
        guard let mark = line.firstRange(of: ": warning: ") else { return nil }
        let numbers = line[..<mark.lowerBound].split(separator: ":").suffix(2)
        guard numbers.count == 2, numbers.allSatisfy({ Int($0) != nil }) else { return nil }
        return "\(line[..<mark.lowerBound]): \(line[mark.upperBound...])"
    }
}
