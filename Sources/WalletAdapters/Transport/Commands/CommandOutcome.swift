/// How a run ended, and what the program said until then.
package struct CommandOutcome: Equatable, Sendable {
    package var ending: Ending
    package var output: [UInt8]
    /// The end of what it wrote to standard error.
    package var errorTail: [UInt8]

    package enum Ending: Equatable, Sendable {
        case exited(status: Int32)
        /// By a signal that was not ours.
        case killed(signal: Int32)
        /// We ended it.
        case stopped(Stop)
    }

    /// Why we ended a program.
    package enum Stop: Equatable, Sendable {
        case timeout
        case tooMuchOutput
        case cancelled
    }
}
