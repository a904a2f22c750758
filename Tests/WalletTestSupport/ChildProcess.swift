import Glibc

/// A program that a test runs beside itself.
package final class ChildProcess: Sendable {
    package let id: Int32

    /// `words` are the program's path and its arguments; `output` is the file that takes standard output and error.
    package init(_ words: [String], in folder: String, output: String) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        // Read and write, so that opening a named pipe waits for nobody.
        posix_spawn_file_actions_addopen(&actions, 1, output, O_RDWR | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var arguments: [UnsafeMutablePointer<CChar>?] =
            (Self.changingFolder + [folder] + words).map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        var id = pid_t()
        let failure = posix_spawn(&id, Self.changingFolder[0], &actions, nil, &arguments, environ)
        guard failure == 0 else { throw LifelineError(number: failure) }
        self.id = id
    }

    private static let changingFolder = ["/bin/sh", "-c", #"cd "$0" && exec "$@""#]

    /// Blocks until it ends; the exit status, or the signal below zero.
    package func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
    }

    /// Ends it and waits for that.
    package func kill() {
        Glibc.kill(id, SIGKILL)
        _ = wait()
    }
}
