import CLinux
import Glibc
import Subprocess
import SystemPackage
package import WalletCore

/// Runs programs the way plugins are run: without a shell, in a session of their own, with the given environment and
/// nothing else, and so that nobody of their process group outlives the run, whatever way it ended.
///
/// A member that leaves the group by setsid(2) escapes; the service manager's control group catches it at the stop, or
/// the next start does (``LeftPlugins``).
package struct CommandRunner: Sendable {
    private let limits: CommandLimits

    package init(limits: CommandLimits = CommandLimits()) {
        self.limits = limits
    }

    /// Returns when the program and its group are gone: at the latest `grace` after its time-out.
    ///
    /// Throws only where the program could not be started.
    package func run(_ command: Command) async throws(PortFailure) -> CommandOutcome {
        guard let program = command.words.first, program.utf8.first == UInt8(ascii: "/") else {
            throw PortFailure(.misconfigured, "the command must begin with the absolute path of a program")
        }
        do {
            return try await start(command, program: program)
        } catch let error as SubprocessError {
            throw Self.failure(toStart: program, error)
        } catch {
            throw PortFailure(.failed, "\(program) could not be run: \(error)")
        }
    }

    private func start(_ command: Command, program: String) async throws -> CommandOutcome {
        let input = try Self.memoryFile(command.input)
        let result = try await Subprocess.run(
            configuration(of: command, program: program),
            // Not `.array`: the library traps when the program exits without having read all of it.
            input: .fileDescriptor(input, closeAfterSpawningProcess: true), output: .sequence, error: .sequence
        ) { execution in
            try await CommandSupervision(execution, limits: limits, timeout: command.timeout).run()
        }
        let report = result.closureResult
        return CommandOutcome(
            ending: Self.ending(of: report, result.terminationStatus), output: report.output,
            errorTail: report.errorTail)
    }

    private func configuration(of command: Command, program: String) -> Configuration {
        var options = PlatformOptions()
        options.createSession = true
        // What the library does by itself where the task is cancelled. SIGKILL is its last step, after the supervision's.
        options.teardownSequence = [
            .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: limits.grace * 2)
        ]
        var environment: [Environment.Key: String] = [:]
        for (name, value) in command.environment {
            environment[Environment.Key(stringLiteral: name)] = value
        }
        return Configuration(
            executable: .path(FilePath(program)), arguments: Arguments(Array(command.words.dropFirst())),
            environment: .custom(environment), workingDirectory: FilePath(command.workingDirectory),
            platformOptions: options)
    }

    private static func memoryFile(_ bytes: [UInt8]) throws(Errno) -> FileDescriptor {
        let file = bytes.withUnsafeBytes { clinux_memfd("walletd-input", $0.baseAddress, $0.count, CLINUX_SEALED) }
        guard file >= 0 else { throw Errno(rawValue: errno) }
        return FileDescriptor(rawValue: file)
    }

    private static func ending(
        of report: CommandSupervision.Report, _ status: TerminationStatus
    ) -> CommandOutcome.Ending {
        if let stop = report.stop { return .stopped(stop) }
        return switch status {
        case .exited(let code): .exited(status: code)
        case .signaled(let signal): .killed(signal: signal)
        }
    }
}

extension CommandRunner {
    /// What a person must repair is `misconfigured`; a machine short of memory or processes may do better later.
    private static func failure(toStart program: String, _ error: SubprocessError) -> PortFailure {
        switch (error.code, error.underlyingError) {
        case (.executableNotFound, _):
            // The library says this of a file without permission too.
            access(program, X_OK) != 0 && errno == EACCES
                ? PortFailure(.misconfigured, "\(program) may not be run by this user; is it executable?")
                : PortFailure(
                    .misconfigured, "there is no program \(program), or the interpreter that it names is missing")
        case (.spawnFailed, .execFormatError?):
            PortFailure(.misconfigured, "\(program) is not a program; a script begins with a line such as #!/bin/sh")
        case (.failedToChangeWorkingDirectory, _):
            PortFailure(.failed, "the working folder of \(program) cannot be entered")
        default:
            PortFailure(.failed, "\(program) could not be run: \(error.underlyingError.map { "\($0)" } ?? "\(error)")")
        }
    }
}
