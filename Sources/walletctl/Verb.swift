import ArgumentParser

/// A subcommand: it parses, calls and prints.
protocol Verb: ParsableCommand {
    var global: GlobalOptions { get }

    func run(in session: Session) throws -> ExitStatus
}
