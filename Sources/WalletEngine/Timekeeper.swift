import Synchronization
package import WalletCore

/// The one clock of a run: the time now, and since when time has passed without a jump.
///
/// The wall clock is compared with the boot clock at every look; where they part, the wall clock was set.
package final class Timekeeper: Sendable {
    /// Smaller differences are the ordinary corrections of a time service.
    package static let stepMin: Duration = .seconds(2)
    /// A step forward of more than this is announced; one back always.
    static let announcedForwardMin: Duration = .seconds(300)
    /// The two clocks must be read within this of each other: a process that is stopped in between sees no step.
    private static let readingMax: Duration = .milliseconds(200)
    /// A machine so slow that it never manages has to live with the last reading.
    private static let readingsMax = 8

    private struct State {
        /// Wall clock minus boot clock.
        var offset: Int64
        var observingSince: Timestamp
        /// The sum of all steps.
        var stepped: Duration = .zero
        /// Those that are not announced yet.
        var steps: [ClockStep] = []
    }

    package let clock: EngineClock
    package let started: Timestamp
    private let state: Mutex<State>

    package init(clock: EngineClock) {
        self.clock = clock
        let reading = clock.reading
        started = reading.now
        state = Mutex(State(offset: reading.offset, observingSince: reading.now))
    }

    /// The time for one transaction.
    package func look() -> Look {
        // The clocks are read under the lock: an older reading must not undo what a newer one found.
        state.withLock { state in
            let (now, offset) = clock.reading
            let step = Duration.milliseconds(offset - state.offset)
            if step >= Timekeeper.stepMin || step <= .zero - Timekeeper.stepMin {
                state.offset = offset
                state.observingSince = now
                state.stepped += step
                if step > Timekeeper.announcedForwardMin || step < .zero {
                    state.steps.append(ClockStep(at: now, by: step))
                }
            }
            return Look(now: now, observingSince: state.observingSince, stepped: state.stepped)
        }
    }

    /// The steps to announce, oldest first.
    package var stepsToAnnounce: [ClockStep] { state.withLock { $0.steps } }

    /// The oldest `count` of them have been announced.
    package func announced(steps count: Int) { state.withLock { $0.steps.removeFirst(count) } }

    /// What ``look()`` saw.
    package struct Look: Sendable {
        package let now: Timestamp
        /// The start of the run, or the last time the clock was set.
        package let observingSince: Timestamp
        /// By how much the clock has been set in this run, all steps added up.
        package let stepped: Duration

        package func moment(_ cause: Moment.Cause) -> Moment {
            Moment(now: now, observingSince: observingSince, cause: cause)
        }
    }

    /// Both clocks at one moment.
    fileprivate static func read(_ clock: EngineClock) -> (now: Timestamp, offset: Int64) {
        var begun = clock.sinceBoot()
        for _ in 1..<readingsMax {
            let now = clock.now()
            let ended = clock.sinceBoot()
            if ended - begun <= readingMax { return (now, now.milliseconds - ended.wholeMilliseconds) }
            begun = ended
        }
        let now = clock.now()
        return (now, now.milliseconds - clock.sinceBoot().wholeMilliseconds)
    }
}

extension EngineClock {
    fileprivate var reading: (now: Timestamp, offset: Int64) { Timekeeper.read(self) }
}

/// The wall clock was set.
package struct ClockStep: Equatable, Sendable {
    package let at: Timestamp
    /// Negative: back.
    package let by: Duration
}
