/// What systemd says of the daemon.
enum SystemdUnit {
    static let name = "walletd"
    /// The answer is a word, or a sentence where systemd does not run.
    private static let answerBytesMax = 4_096
    /// systemd answers in milliseconds; one that hangs must not hold up an error message.
    private static let patience = Duration.seconds(2)

    /// A sentence with the unit's state; `nil` where systemd cannot be asked.
    static func state(environment: [String: String]) async -> String? {
        guard let systemctl = ProgramSearch.path(of: "systemctl", environment: environment) else { return nil }
        let program = ChildProgram(path: systemctl, environment: environment)
        return await withTaskGroup(of: String?.self) { group in
            defer { group.cancelAll() }
            group.addTask { await answer(of: program).map { "systemctl is-active \(name) says: \($0)" } }
            group.addTask {
                try? await Task.sleep(for: patience)  // cancelled: the answer was sooner
                return "systemctl is-active \(name) does not answer"
            }
            return await group.next() ?? nil
        }
    }

    private static func answer(of systemctl: ChildProgram) async -> String? {
        let outcome = try? await systemctl.captured(["is-active", name], bytesMax: answerBytesMax)  // only a hint
        return outcome?.output.split(separator: "\n").first.map(String.init)
    }
}
