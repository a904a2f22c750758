/// One run of a program.
package struct Command: Sendable {
    /// The program's absolute path, then its arguments; never given to a shell.
    package var words: [String]
    /// All of the environment: nothing is inherited.
    package var environment: [String: String]
    package var workingDirectory: String
    /// What the program reads on standard input.
    package var input: [UInt8]
    package var timeout: Duration

    package init(
        _ words: [String], environment: [String: String], workingDirectory: String, input: [UInt8], timeout: Duration
    ) {
        self.words = words
        self.environment = environment
        self.workingDirectory = workingDirectory
        self.input = input
        self.timeout = timeout
    }
}
