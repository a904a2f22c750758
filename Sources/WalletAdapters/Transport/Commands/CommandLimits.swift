/// What a program may cost.
package struct CommandLimits: Sendable {
    /// More on standard output ends the run.
    package var outputBytesMax: Int
    /// Of standard error the last so many bytes are kept; the rest is read and dropped, so that it cannot block.
    package var errorBytesMax: Int
    /// Between SIGTERM and SIGKILL for a program that ran into its time-out or a limit.
    package var grace: Duration
    /// The same where the reader itself gave up; short, because the daemon may be waiting to stop.
    package var graceWhenCancelled: Duration

    package init(
        outputBytesMax: Int = 1 << 20, errorBytesMax: Int = 64 << 10, grace: Duration = .seconds(2),
        graceWhenCancelled: Duration = .milliseconds(500)
    ) {
        self.outputBytesMax = outputBytesMax
        self.errorBytesMax = errorBytesMax
        self.grace = grace
        self.graceWhenCancelled = graceWhenCancelled
    }
}
