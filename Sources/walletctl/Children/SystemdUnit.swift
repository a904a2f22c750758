/// What systemd says of the daemon.
enum SystemdUnit {
    static let name = "walletd"
    /// The answer is a word, or a sentence where systemd does not run.
    private static let answerBytesMax = 4_096
    /// systemd answers in milliseconds; one that hangs must not hold up an error message.
    private static let secondsMax = 2

    /// A sentence with the unit's state; `nil` where systemd cannot be asked.
    static func state(environment: [String: String]) -> String? {
        guard let path = ProgramSearch.path(of: "systemctl", environment: environment) else { return nil }
        let systemctl = ChildProgram(path: path, environment: environment)
        do {
            let outcome = try systemctl.captured(["is-active", name], bytesMax: answerBytesMax, seconds: secondsMax)
            let answer = outcome.output.split(separator: "\n").first ?? "nothing"
            let reason = answer == "failed" ? "; journalctl -u \(name) says why" : ""
            return "systemctl is-active \(name) says: \(answer)\(reason)"
        } catch {
            return "systemctl is-active \(name) does not answer"
        }
    }
}
