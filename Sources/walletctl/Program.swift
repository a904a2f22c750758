import ArgumentParser
import Glibc
import WalletClient

/// The whole of walletctl but for the process around it.
struct Program: Sendable {
    let environment: [String: String]
    /// Where the program's own file is; walletd is looked for there first.
    let folder: String
    let output: Output
    let errors: Output
    var input = Input.standard

    /// Runs one command line, without the program's name.
    func run(_ arguments: [String]) -> ExitStatus {
        do {
            var command = try Walletctl.parseAsRoot(arguments)
            guard let verb = command as? any Verb else {
                try command.run()
                return .done
            }
            return try run(verb)
        } catch {
            return end(with: error)
        }
    }

    private func run(_ verb: any Verb) throws -> ExitStatus {
        let session = Session(self, options: verb.global)
        do {
            return try verb.run(in: session)
        } catch ClientError.refused(let refusal) where verb.global.json {
            try session.print(json: refusal.bytes)
            throw ClientError.refused(refusal)
        }
    }

    private func end(with error: any Error) -> ExitStatus {
        switch error {
        case let failure as Failure: return report(failure)
        case let error as ClientError: return report(Failure(error, unit: unitState(after: error)))
        case let error as OutputError: return endWriting(with: error)
        case let error as ChildError: return report(Failure(.refused, "cannot run \(error.path): \(error.cause)"))
        default: return endParsing(with: error)
        }
    }

    private func endWriting(with error: OutputError) -> ExitStatus {
        guard !error.readerIsGone else { endBySignal() }
        return report(Failure(.refused, error.message))
    }

    /// A request for help or a fault in the command line, both of which the parser words itself.
    private func endParsing(with error: any Error) -> ExitStatus {
        let status = ExitStatus(code: Walletctl.exitCode(for: error).rawValue)
        let text = Walletctl.fullMessage(for: error, columns: traits.columns)
        do {
            try (status == .done ? output : errors).write(lines: text.isEmpty ? [] : [text])
            return status
        } catch {
            return endWriting(with: error)
        }
    }

    private func report(_ failure: Failure) -> ExitStatus {
        // There is nowhere left to complain where standard error is closed; the exit code still says it.
        try? errors.write(lines: failure.lines)  // see above
        return failure.status
    }

    private func unitState(after error: ClientError) -> String? {
        switch error {
        case .unreachable: SystemdUnit.state(environment: environment)
        case .closedToUser, .refused, .malformed: nil
        }
    }

    var traits: TerminalTraits {
        TerminalTraits(
            reader: output.isTerminal ? .person : .program, windowColumns: output.windowColumns,
            environment: environment)
    }

    /// As the system's own programs end when their reader goes away: silently, by SIGPIPE, even where the process was
    /// started with that signal ignored.
    private func endBySignal() -> Never {
        signal(SIGPIPE, SIG_DFL)
        raise(SIGPIPE)
        exit(ExitStatus.refused.code)
    }
}
