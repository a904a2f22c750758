import Glibc
import WalletTestSupport

@testable import walletctl

/// One run of walletctl that writes on a real terminal.
struct TerminalRun {
    /// Without the carriage returns that the terminal's driver adds.
    let lines: [String]

    init(_ words: String, socket: String, columns: UInt16, environment: [String: String] = [:]) async throws {
        let primary = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        defer { close(primary) }
        var number: Int32 = 0
        var unlocked: Int32 = 0
        guard ioctl(primary, Self.setLock, &unlocked) == 0, ioctl(primary, Self.getNumber, &number) == 0 else {
            throw NoTerminal()
        }
        let secondary = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        defer { close(secondary) }
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard ioctl(secondary, UInt(TIOCSWINSZ), &size) == 0 else { throw NoTerminal() }
        let output = Output(descriptor: secondary)
        let program = Program(
            environment: ["WALLETD_SOCKET": socket, "LANG": "C.UTF-8", "TERM": "xterm"].merging(environment) { $1 },
            folder: "/nonexistent", output: output, errors: output)
        _ = await OwnThread.run { program.run(words.split(separator: " ").map(String.init)) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(primary, &buffer, buffer.count)
        let text = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
        lines = text.split { $0.isNewline }.map(String.init)
    }

    /// TIOCSPTLCK and TIOCGPTN of ioctl_tty(2), macros that Swift does not see.
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430

    struct NoTerminal: Error {}
}
