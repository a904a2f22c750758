import Glibc

/// Another program, run to its end.
struct ChildProgram {
    let path: String
    let environment: [String: String]

    /// What it wrote on standard output and standard error together, and its exit code.
    struct Outcome: Equatable {
        let output: String
        /// `nil` where a signal ended it.
        let code: Int32?
    }

    /// Runs it with its output where this program's is; gives its exit code, `nil` where a signal ended it.
    func run(_ arguments: [String], output: Output, errors: Output) throws(ChildError) -> Int32? {
        Self.exitCode(of: try spawn(arguments, output: output.descriptor, errors: errors.descriptor))
    }

    /// Runs it and takes its output. One that writes more than so many bytes or is not done in time is killed.
    func captured(_ arguments: [String], bytesMax: Int, seconds: Int) throws(ChildError) -> Outcome {
        let pipe = try Pipe()
        let child = try spawn(arguments, output: pipe.writer, errors: pipe.writer)
        let output = pipe.readAll(bytesMax: bytesMax, seconds: seconds)
        if output == nil { kill(child, SIGKILL) }
        let code = Self.exitCode(of: child)
        guard let output else { throw ChildError(path: path, cause: "it was killed: it wrote or took too much") }
        return Outcome(output: String(decoding: output, as: UTF8.self), code: code)
    }

    private func spawn(_ arguments: [String], output: Int32, errors: Int32) throws(ChildError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
        var child = pid_t()
        let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let code = Self.withCStrings([path] + arguments) { arguments in
            Self.withCStrings(variables) { posix_spawn(&child, path, &actions, nil, arguments, $0) }
        }
        guard code == 0 else { throw ChildError(path: path, cause: String(cString: strerror(code))) }
        return child
    }

    private static func withCStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = strings.map { strdup($0) }
        defer { pointers.forEach { free($0) } }
        return body(pointers + [nil])
    }

    private static func exitCode(of child: pid_t) -> Int32? {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return status & 0x7f == 0 ? (status >> 8) & 0xff : nil
    }
}
