/// What a program may cost.
package struct CommandLimits: Sendable {
    /// More on standard output ends the run.
    package var outputBytesMax: Int
    /// Of standard error the last so many bytes are kept; the rest is read and dropped, so that it cannot block.
    package var errorBytesMax: Int
    /// Between SIGTERM and SIGKILL for a program that is ended: at its time-out, over a limit, or because its reader gave
    /// up.
    package var grace: Duration

    package init(
        outputBytesMax: Int = 1 << 20, errorBytesMax: Int = 64 << 10, grace: Duration = .seconds(2)
    ) {
        self.outputBytesMax = outputBytesMax
        self.errorBytesMax = errorBytesMax
        self.grace = grace
    }
}
