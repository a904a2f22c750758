import Glibc
import WalletTestSupport

/// A booted systemd with a real journald, in a container with a network of its own. It goes with its last mention, and
/// with this process however that ends.
final class Machine: Sendable {
    /// What a command said, and how it ended.
    struct Ran: Sendable {
        let status: Int32
        let output: String
    }

    /// The one that the tests of a suite share.
    @TaskLocal static var booted: Machine?

    private let folder: TemporaryFolder
    /// As long as it is open for writing, the machine is kept.
    private let lifeline: CInt
    private let holder: ChildProcess

    /// Boots one that sees the tests' own programs as `/tests`.
    init() async throws {
        folder = try TemporaryFolder()
        guard mkfifo(folder.path(of: "lifeline"), 0o600) == 0, mkdir(folder.path(of: "files"), 0o755) == 0 else {
            throw MachineError(description: "making the machine's folder: errno \(errno)")
        }
        lifeline = open(folder.path(of: "lifeline"), O_RDWR | O_CLOEXEC)
        holder = try ChildProcess(
            [Self.programs + "/machine", "hold", folder.path, Self.builtPrograms + "/walletd"], in: folder.path,
            output: folder.path(of: "console.log"))
        do {
            try await host(Self.programs + "/machine", "up", folder.path)
        } catch {
            await end()
            throw error
        }
    }

    /// Lets go of it and waits until nothing of it is left.
    func end() async {
        close(lifeline)
        await OwnThread.run { [holder] in _ = holder.wait() }
    }

    /// Puts a file where the machine sees it, as `/files/NAME`.
    func put(_ name: String, _ text: String, mode: UInt32 = 0o644) throws {
        try folder.write("files/\(name)", text, mode: mode)
    }

    /// Runs lines of bash inside as root.
    func run(_ lines: String) async throws -> Ran {
        try await Self.run(["\(Self.programs)/machine", "exec", folder.path, "/bin/bash", "-c", lines])
    }

    /// The output of lines of bash that must succeed, without the last newline.
    @discardableResult
    func text(_ lines: String) async throws -> String {
        let ran = try await run("set -euo pipefail; \(lines)")
        guard ran.status == 0 else { throw MachineError(description: "\(lines): \(ran)") }
        return ran.output.hasSuffix("\n") ? String(ran.output.dropLast()) : ran.output
    }

    /// Waits until a line of shell succeeds; what it then printed.
    @discardableResult
    func eventually(_ line: String) async throws -> String {
        try await text("/tests/until \(Self.quoted(line))")
    }

    /// Ends everything in it at once, and boots it again.
    func cutPower() async throws {
        try await host(Self.programs + "/machine", "cut", folder.path)
    }

    /// Makes the packages `/files/walletd.deb` and `/files/walletd-next.deb`.
    func makePackages() async throws {
        let files = folder.path(of: "files")
        try await host(Self.programs + "/package", files, Self.package ?? Self.builtPrograms)
    }

    /// A program of this machine, not of the booted one, that must succeed.
    private func host(_ words: String...) async throws {
        let ran = try await Self.run(words)
        guard ran.status == 0 else { throw MachineError(description: "\(words): \(ran)") }
    }

    private static func run(_ words: [String]) async throws -> Ran {
        let folder = try TemporaryFolder()
        let process = try ChildProcess(words, in: folder.path, output: folder.path(of: "output"))
        let status = await OwnThread.run { process.wait() }
        return Ran(status: status, output: try folder.text(of: "output"))
    }

    private static func quoted(_ text: String) -> String {
        "'\(text.replacing("'", with: #"'\''"#))'"
    }
}

extension Machine {
    /// Whether one can be booted here at all.
    static var boots: Bool {
        get async {
            guard geteuid() == 0, let machine = try? await Machine() else { return false }
            await machine.end()
            return true
        }
    }

    /// The programs of these tests that are not Swift.
    private static var programs: String {
        #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/Systemd"
    }

    /// A package to test instead of the programs of this build.
    private static var package: String? { getenv("WALLETD_PACKAGE").map { String(cString: $0) } }

    /// Where the programs of this build are: beside the tests.
    private static let builtPrograms: String = {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        return folder(of: String(decoding: buffer[..<max(0, count)].map(UInt8.init(bitPattern:)), as: UTF8.self))
    }()

    private static func folder(of path: some StringProtocol) -> String {
        path.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
    }
}

/// The machine, or a program in it that had to succeed, failed.
struct MachineError: Error, CustomStringConvertible {
    let description: String
}
