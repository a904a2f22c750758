/// What the program tells its caller when it ends.
struct ExitStatus: Equatable {
    let code: Int32

    static let done = ExitStatus(code: 0)
    /// The daemon refused or failed, or the output could not be written.
    static let refused = ExitStatus(code: 1)
    /// EX_USAGE of sysexits.h, like the two that follow.
    static let usage = ExitStatus(code: 64)
    static let unreachable = ExitStatus(code: 69)
    static let notPermitted = ExitStatus(code: 77)
    static let configurationFaults = ExitStatus(code: 78)

    // Of `status --check`, the higher the worse.
    static let alertFiring = ExitStatus(code: 20)
    static let sourceFailing = ExitStatus(code: 21)
    static let cashoutWaiting = ExitStatus(code: 22)
    static let degraded = ExitStatus(code: 23)
}
