import ArgumentParser

/// A moment as a person names it: a duration before now (`30d`), a day or a time in UTC. What it comes to, the daemon
/// works out by its own clock.
struct TimeReference: ExpressibleByArgument, Equatable, CustomStringConvertible {
    let text: String

    /// So many days before now.
    init(days: Int) {
        text = "\(days)d"
    }

    init?(argument: String) {
        guard DurationText(argument: argument) != nil || CivilDay(argument) != nil || Instant(argument) != nil else {
            return nil
        }
        text = argument
    }

    var description: String { text }
}
