import Glibc
import Testing
import WalletTestSupport

/// The built walletd, with a wallet of the running LNbits that pays a Lightning address by itself.
final class LiveWalletd: Sendable {
    private let bench: LiveBench
    private let programs: String
    private let process: ChildProcess

    init(_ bench: LiveBench, _ edit: (inout LiveScene) -> Void = { _ in }) throws {
        self.bench = bench
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        programs = String(decoding: buffer[..<max(0, count)].map(UInt8.init(bitPattern:)), as: UTF8.self)
            .split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
        mkdir(bench.folder.path(of: "walletd"), 0o700)
        var scene = LiveScene(bench.lnbits)
        edit(&scene)
        let configuration = try bench.folder.write("walletd.toml", scene.text)
        let state = bench.folder.path(of: "walletd")
        let variables = [
            "STATE_DIRECTORY=\(state)", "RUNTIME_DIRECTORY=\(state)",
            "CREDENTIALS_DIRECTORY=\(bench.folder.path(of: "credentials"))",
        ]
        process = try ChildProcess(
            ["/usr/bin/env"] + variables + ["\(programs)/walletd", "--config", configuration], in: bench.folder.path,
            output: bench.folder.path(of: "log"))
        try wait(for: "config.loaded:")
    }

    /// Waits a minute at most until walletd has announced that.
    func wait(for text: String) throws {
        let follow = #"grep -m 1 -q "$0" < <(tail -n +1 --pid=$$ -f log)"#
        let words = ["/usr/bin/timeout", "60", "/bin/bash", "-c", follow, text]
        let status = try ChildProcess(words, in: bench.folder.path, output: "/dev/null").wait()
        let log = try bench.folder.text(of: "log")
        try #require(status == 0, "not announced: \(text)\n\(log)")
    }

    /// What it writes where it does what is asked.
    func walletctl(_ words: String...) throws -> String {
        let (status, text) = try attempt(words)
        try #require(status == 0, "\(text)")
        return text
    }

    func attempt(_ words: [String]) throws -> (status: Int32, output: String) {
        let program = ["/usr/bin/env", "WALLETD_SOCKET=\(bench.folder.path(of: "walletd/walletd.sock"))"]
        let status = try ChildProcess(
            program + ["\(programs)/walletctl"] + words, in: bench.folder.path, output: bench.folder.path(of: "output")
        ).wait()
        return (status, try bench.folder.text(of: "output"))
    }

    /// An operator's consent.
    func confirm() throws {
        let lines = try walletctl("why", "tips").split(separator: "\n")
        let revision = lines.first { $0.hasPrefix("revision\t") }?.split(separator: "\t").last ?? ""
        _ = try walletctl("confirm", "tips", "--revision", String(revision))
    }

    func kill() { process.kill() }
}
