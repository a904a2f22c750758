import Glibc
import Testing
import WalletTestSupport

/// The built walletd, with a wallet of the running LNbits that pays another one's Lightning address by itself.
final class LiveWalletd: Sendable {
    private let bench: LiveBench
    private let programs: String
    private let process: ChildProcess

    private static let days = (checked: day(-30), until: day(300))

    init(_ bench: LiveBench) throws {
        self.bench = bench
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        programs = String(decoding: buffer[..<max(0, count)].map(UInt8.init(bitPattern:)), as: UTF8.self)
            .split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
        mkdir(bench.folder.path(of: "walletd"), 0o700)
        let configuration = try bench.folder.write("walletd.toml", Self.configuration(bench.lnbits.port))
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

    private static func configuration(_ port: Int) -> String {
        """
        [limits]
        budget = { amount = "100000 SAT", fees = "5000 SAT", every = "30d" }

        [sources.tips]
        adapter    = "lnbits"
        url        = "http://127.0.0.1:\(port)"
        key        = { credential = "payer-read" }
        every      = "1s"
        withdrawal = "direct"

        [cashouts.tips]
        from       = ["tips"]
        when_above = "10000 SAT"
        leave      = "1000 SAT"
        to         = "payee"
        mode       = "auto"
        max_fee    = ["5%"]
        max_amount = "12000 SAT"
        confirm    = 1
        cooldown   = "1d"
        budget     = { amount = "100000 SAT", fees = "5000 SAT", every = "30d" }

        [destinations.payee]
        provider    = "node"
        account     = { credential = "payee" }
        cooling_off = "0s"

        [providers.node]
        adapter         = "lnbits"
        url             = "http://127.0.0.1:\(port)"
        key             = { credential = "payer-admin" }
        registration    = "ours"
        verified_on     = \(days.checked)
        identity        = "verified"
        identity_until  = \(days.until)
        step            = "1 SAT"
        processing      = "1m"
        timeout         = "20s"
        reversal_window = "0s"

        """
    }

    private static func day(_ days: Int) -> String {
        var now = time(nil) + days * 86_400
        var date = tm()
        gmtime_r(&now, &date)
        let (month, day) = (date.tm_mon + 1, date.tm_mday)
        return "\(date.tm_year + 1900)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    /// Waits a minute at most until walletd has announced that.
    func wait(for text: String) throws {
        let follow = #"grep -m 1 -q "$0" < <(tail -n +1 --pid=$$ -f log)"#
        let words = ["/usr/bin/timeout", "60", "/bin/bash", "-c", follow, text]
        let status = try ChildProcess(words, in: bench.folder.path, output: "/dev/null").wait()
        let log = try bench.folder.text(of: "log")
        try #require(status == 0, "not announced: \(text)\n\(log)")
    }

    func walletctl(_ words: String...) throws -> String {
        let output = bench.folder.path(of: "output")
        let program = ["/usr/bin/env", "WALLETD_SOCKET=\(bench.folder.path(of: "walletd/walletd.sock"))"]
        let status = try ChildProcess(
            program + ["\(programs)/walletctl"] + words, in: bench.folder.path, output: output
        ).wait()
        let text = try bench.folder.text(of: "output")
        try #require(status == 0, "\(text)")
        return text
    }

    /// An operator's consent.
    func confirm() throws {
        let lines = try walletctl("why", "tips").split(separator: "\n")
        let revision = lines.first { $0.hasPrefix("revision\t") }?.split(separator: "\t").last ?? ""
        _ = try walletctl("confirm", "tips", "--revision", String(revision))
    }

    func kill() { process.kill() }
}
