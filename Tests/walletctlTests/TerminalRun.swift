import Glibc
import WalletTestSupport

@testable import walletctl

/// One run of walletctl that writes on a real terminal.
struct TerminalRun {
    /// Without the carriage returns that the terminal's driver adds.
    let lines: [String]
    let status: Int32

    /// What is typed is there before the program starts.
    init(
        _ words: String, socket: String, columns: UInt16, environment: [String: String] = [:], typing: String = ""
    ) async throws {
        let primary = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        defer { close(primary) }
        var number: Int32 = 0
        var unlocked: Int32 = 0
        guard ioctl(primary, Self.setLock, &unlocked) == 0, ioctl(primary, Self.getNumber, &number) == 0 else {
            throw NoTerminal()
        }
        let secondary = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard ioctl(secondary, UInt(TIOCSWINSZ), &size) == 0 else { throw NoTerminal() }
        let output = Output(descriptor: secondary)
        let program = Program(
            environment: ["WALLETD_SOCKET": socket, "LANG": "C.UTF-8", "TERM": "xterm"].merging(environment) { $1 },
            folder: "/nonexistent", output: output, errors: output, input: Input(descriptor: secondary))
        let typed = Array(typing.utf8)
        guard write(primary, typed, typed.count) == typed.count else { throw NoTerminal() }
        status = await OwnThread.run { program.run(words.split(separator: " ").map(String.init)).code }
        let text = String(decoding: Self.drained(primary, closing: secondary), as: UTF8.self)
        lines = text.split { $0.isNewline }.map(String.init)
    }

    /// All that was written: once its other end is closed, the terminal gives the rest and then an error.
    private static func drained(_ primary: Int32, closing secondary: Int32) -> [UInt8] {
        close(secondary)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(primary, &buffer, buffer.count)
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }

    /// TIOCSPTLCK and TIOCGPTN of ioctl_tty(2), macros that Swift does not see.
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430

    struct NoTerminal: Error {}
}
