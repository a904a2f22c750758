package import WalletCore
package import WalletEngine

/// The daemon as its control API sees it.
package struct ControlledDaemon: Sendable {
    /// Puts the configuration as it is on the disk now in force, or throws `.configurationRejected`; answers with the
    /// warnings, each `FILE:LINE:COLUMN: message`. Takes who asked.
    package typealias Reload = @Sendable (_ person: String) async throws(EngineError) -> [String]

    let questions: Questions
    let commands: Commands
    /// Asked at every request: a reload may change them.
    let operators: @Sendable () -> Operators
    let now: @Sendable () -> Timestamp
    let reload: Reload

    package init(
        questions: Questions, commands: Commands, operators: @escaping @Sendable () -> Operators,
        now: @escaping @Sendable () -> Timestamp, reload: @escaping Reload
    ) {
        self.questions = questions
        self.commands = commands
        self.operators = operators
        self.now = now
        self.reload = reload
    }
}
