import Glibc

/// Standard output, for the one thing that the daemon prints when asked.
enum StandardOutput {
    static func write(_ line: String) {
        var line = line + "\n"
        // A reader that went away (`| head`) has seen what it wanted.
        line.withUTF8 { _ = Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    }
}
