/// One mistake in the configuration, or one thing in it that deserves a look, and where it stands.
package struct ConfigurationFault: Hashable, Sendable {
    /// The file as it was named, fit to be shown.
    package let file: String
    /// From 1; what concerns a file as a whole stands at 1:1.
    package let line: Int
    /// From 1, in Unicode scalars.
    package let column: Int
    /// One line for a person, without secrets.
    package let message: String

    package init(file: String, line: Int, column: Int, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }
}

extension ConfigurationFault: CustomStringConvertible {
    package var description: String { "\(file):\(line):\(column): \(message)" }
}
