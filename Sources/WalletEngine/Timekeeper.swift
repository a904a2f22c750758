import Synchronization
package import WalletCore

/// The one clock of a run: the time now, and since when time has passed without a jump.
///
/// The wall clock is compared with the boot clock at every look; where they part, the wall clock was set.
package final class Timekeeper: Sendable {
    /// Smaller differences are the ordinary corrections of a time service.
    private static let stepMin: Duration = .seconds(2)
    /// A step forward of more than this is announced; one back always.
    private static let announcedForwardMin: Duration = .seconds(300)

    private struct State {
        /// Wall clock minus boot clock.
        var offset: Int64
        var observingSince: Timestamp
        var steps: [ClockStep] = []
    }

    package let clock: EngineClock
    package let started: Timestamp
    private let state: Mutex<State>

    package init(clock: EngineClock) {
        self.clock = clock
        started = clock.now()
        let offset = started.milliseconds - clock.sinceBoot().wholeMilliseconds
        state = Mutex(State(offset: offset, observingSince: started))
    }

    /// The time for one transaction.
    package func look() -> Look {
        let now = clock.now()
        let offset = now.milliseconds - clock.sinceBoot().wholeMilliseconds
        return state.withLock { state in
            let step = Duration.milliseconds(offset - state.offset)
            if step >= Timekeeper.stepMin || step <= .zero - Timekeeper.stepMin {
                state.offset = offset
                state.observingSince = now
                if step > Timekeeper.announcedForwardMin || step < .zero {
                    state.steps.append(ClockStep(at: now, by: step))
                }
            }
            return Look(now: now, observingSince: state.observingSince)
        }
    }

    /// The steps to announce that were seen since the last call.
    package func takeSteps() -> [ClockStep] {
        state.withLock { state in
            defer { state.steps = [] }
            return state.steps
        }
    }

    /// What ``look()`` saw.
    package struct Look: Sendable {
        package let now: Timestamp
        /// The start of the run, or the last time the clock was set.
        package let observingSince: Timestamp

        package func moment(_ cause: Moment.Cause) -> Moment {
            Moment(now: now, observingSince: observingSince, cause: cause)
        }
    }
}

/// The wall clock was set.
package struct ClockStep: Equatable, Sendable {
    package let at: Timestamp
    /// Negative: back.
    package let by: Duration
}
