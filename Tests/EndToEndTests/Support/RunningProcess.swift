import Glibc
import WalletTestSupport

/// A program that runs beside the test, with what it has written so far. It does not outlive its last mention.
final class RunningProcess: Sendable {
    fileprivate enum Stream {
        case output
        case errors
    }

    struct Progress: Sendable {
        var output: [UInt8] = []
        var errors: [UInt8] = []
        fileprivate(set) var openStreams = 2
        /// The exit status, or the signal below zero.
        fileprivate(set) var status: Int32?

        /// Nothing more will come.
        var isOver: Bool { openStreams == 0 && status != nil }

        fileprivate mutating func append(_ bytes: ArraySlice<UInt8>, to stream: Stream) {
            switch stream {
            case .output: output += bytes
            case .errors: errors += bytes
            }
        }
    }

    let id: Int32
    let progress = Awaited(Progress())
    private let pipes: TemporaryFolder

    /// `words` are the program's path and its arguments; `environment` is all that it gets.
    init(_ words: [String], environment: [String: String], input: String = "/dev/null") throws {
        pipes = try TemporaryFolder()
        let output = try Self.reader(of: pipes.path(of: "output"))
        let errors = try Self.reader(of: pipes.path(of: "errors"))
        do {
            id = try Self.spawn(words, environment, input: input, pipes)
        } catch {
            close(output)
            close(errors)
            throw error
        }
        follow(output, into: .output)
        follow(errors, into: .errors)
        let (id, progress) = (id, progress)
        OwnThread.start { Self.reap(id, progress) }
    }

    deinit {
        signal(SIGKILL)
    }

    /// Does nothing once it has ended.
    func signal(_ number: Int32) {
        progress.update { if $0.status == nil { kill(id, number) } }
    }

    /// Waits for its end and for everything that it wrote; the exit status, or the signal below zero.
    @discardableResult
    func end() async throws -> Progress {
        try await progress.first { $0.isOver ? $0 : nil }
    }
}

extension RunningProcess {
    /// A pipe with a name: no other program that is started meanwhile inherits an end of it.
    private static func reader(of path: String) throws -> Int32 {
        guard mkfifo(path, 0o600) == 0 else { throw SystemCallError("mkfifo") }
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0, fcntl(descriptor, F_SETFL, 0) == 0 else { throw SystemCallError("open") }
        return descriptor
    }

    private static func spawn(
        _ words: [String], _ environment: [String: String], input: String, _ pipes: TemporaryFolder
    ) throws -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, pipes.path(of: "output"), O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, pipes.path(of: "errors"), O_WRONLY, 0)
        var arguments = words.map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { (arguments + variables).forEach { free($0) } }
        var id = pid_t()
        let failure = posix_spawn(&id, words[0], &actions, nil, &arguments, &variables)
        guard failure == 0 else { throw SystemCallError("posix_spawn", number: failure) }
        return id
    }

    private func follow(_ descriptor: Int32, into stream: Stream) {
        let progress = progress
        OwnThread.start {
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = read(descriptor, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { break }
                progress.update { $0.append(buffer[..<count], to: stream) }
            }
            close(descriptor)
            progress.update { $0.openStreams -= 1 }
        }
    }

    /// The number is not given to another process before the status is noted.
    private static func reap(_ id: Int32, _ progress: Awaited<Progress>) {
        var information = siginfo_t()
        while waitid(P_PID, id_t(id), &information, WEXITED | WNOWAIT) < 0, errno == EINTR {}
        progress.update { progress in
            var status: Int32 = 0
            waitpid(id, &status, 0)
            progress.status = status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
        }
    }
}
