import Subprocess
import SystemPackage

/// Another program, found and run to its end.
struct ChildProgram {
    let path: String
    let environment: [String: String]

    /// What it wrote on standard output and standard error together, and its exit code.
    struct Outcome: Equatable {
        let output: String
        /// `nil` where a signal ended it.
        let code: Int32?
    }

    /// Runs it with its output where this program's is.
    func run(_ arguments: [String], output: Output, errors: Output) async throws -> Int32? {
        let result = try await Subprocess.run(
            configuration(arguments),
            output: .fileDescriptor(FileDescriptor(rawValue: output.descriptor), closeAfterSpawningProcess: false),
            error: .fileDescriptor(FileDescriptor(rawValue: errors.descriptor), closeAfterSpawningProcess: false))
        return Self.code(result.terminationStatus)
    }

    /// Runs it and takes its output. One that writes more than so many bytes is an error.
    func captured(_ arguments: [String], bytesMax: Int) async throws -> Outcome {
        let result = try await Subprocess.run(
            configuration(arguments), output: .string(limit: bytesMax), error: .combinedWithOutput)
        return Outcome(output: result.standardOutput, code: Self.code(result.terminationStatus))
    }

    private func configuration(_ arguments: [String]) -> Configuration {
        Configuration(
            executable: .path(FilePath(path)), arguments: Arguments(arguments),
            environment: .custom(environment.map { Array("\($0.key)=\($0.value)".utf8) + [0] }))
    }

    private static func code(_ status: TerminationStatus) -> Int32? {
        switch status {
        case .exited(let code): code
        case .signaled: nil
        }
    }
}
