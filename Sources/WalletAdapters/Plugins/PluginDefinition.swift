package import JSON

/// `adapter = "exec"`: a program that is asked by plugin protocol 1.
package struct PluginDefinition: Equatable, Sendable {
    /// The program and its arguments; never given to a shell.
    package var command: [String]
    /// Handed to the plugin as they are; nothing secret.
    package var options: JSONValue
    /// Names in `$CREDENTIALS_DIRECTORY` that the plugin may see.
    package var credentials: [String]

    package init(command: [String], options: JSONValue = [:], credentials: [String] = []) {
        self.command = command
        self.options = options
        self.credentials = credentials
    }
}
